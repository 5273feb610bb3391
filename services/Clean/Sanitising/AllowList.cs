using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Sanitising;

/// <summary>The elements that a body may have.</summary>
internal static class AllowList
{
    /// <summary>The name that an element is written under; null if only its content is written.</summary>
    public static string? Written(PageNode node) => node.Tag switch
    {
        Tag.P => "p",
        Tag.H1 or Tag.H2 => "h2",
        Tag.H3 => "h3",
        Tag.H4 => "h4",
        Tag.H5 => "h5",
        Tag.H6 => "h6",
        Tag.Ul or Tag.Menu => "ul",
        Tag.Ol => "ol",
        Tag.Li => "li",
        Tag.Dl => "dl",
        Tag.Dt => "dt",
        Tag.Dd => "dd",
        Tag.Blockquote => "blockquote",
        Tag.Pre => "pre",
        Tag.Table => "table",
        Tag.Tr => "tr",
        Tag.Td => "td",
        Tag.Th => "th",
        Tag.A => "a",
        Tag.B or Tag.Strong => "strong",
        Tag.I or Tag.Em => "em",
        Tag.Code or Tag.Samp or Tag.Kbd or Tag.Tt => "code",
        Tag.Sub => "sub",
        Tag.Sup => "sup",
        Tag.Q => "q",
        Tag.Cite => "cite",
        Tag.Abbr => "abbr",
        Tag.Mark => "mark",
        _ => null,
    };

    /// <summary>Whether a written element stands inside a line.</summary>
    public static bool IsInline(string name) =>
        name is "a" or "strong" or "em" or "code" or "sub" or "sup" or "q" or "cite" or "abbr" or "mark";
}
