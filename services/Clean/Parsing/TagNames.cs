using System.Collections.Frozen;

namespace Ingestion.Clean.Parsing;

/// <summary>What is known of each <see cref="Tag"/>.</summary>
internal static class TagNames
{
    private static readonly FrozenDictionary<string, Tag> ByName = Enum.GetValues<Tag>()
        .Where(tag => tag > Tag.Custom)
        .ToFrozenDictionary(tag => tag.ToString().ToLowerInvariant());

    private static readonly bool[] Blocks = Flags(
        Tag.Custom, Tag.Address, Tag.Article, Tag.Aside, Tag.Blockquote, Tag.Body, Tag.Caption, Tag.Center, Tag.Dd, Tag.Details, Tag.Dialog,
        Tag.Div, Tag.Dl, Tag.Dt, Tag.Fieldset, Tag.Figcaption, Tag.Figure, Tag.Footer, Tag.Form, Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5,
        Tag.H6, Tag.Head, Tag.Header, Tag.Hgroup, Tag.Hr, Tag.Html, Tag.Legend, Tag.Li, Tag.Main, Tag.Menu, Tag.Nav, Tag.Noscript, Tag.Ol,
        Tag.P, Tag.Pre, Tag.Section, Tag.Summary, Tag.Table, Tag.Tbody, Tag.Td, Tag.Tfoot, Tag.Th, Tag.Thead, Tag.Tr, Tag.Ul,
        Tag.Optgroup, Tag.Option, Tag.Select, Tag.Textarea);

    private static readonly bool[] NeverText = Flags(
        Tag.Applet, Tag.Audio, Tag.Base, Tag.Button, Tag.Embed, Tag.Frame, Tag.Frameset, Tag.Head, Tag.Iframe, Tag.Input, Tag.Link, Tag.Map,
        Tag.Math, Tag.Meta, Tag.Noframes, Tag.Object, Tag.Optgroup, Tag.Option, Tag.Rp, Tag.Rt, Tag.Script, Tag.Select, Tag.Source,
        Tag.Style, Tag.Svg, Tag.Template, Tag.Textarea, Tag.Title, Tag.Video, Tag.Dialog);

    /// <summary>The tag of an element with this local name.</summary>
    public static Tag Of(string localName) =>
        ByName.TryGetValue(localName, out var tag) ? tag : localName.Contains('-', StringComparison.Ordinal) ? Tag.Custom : Tag.Unknown;

    /// <summary>Whether an element of this name starts a block of its own.</summary>
    public static bool IsBlock(this Tag tag) => Blocks[(int)tag];

    /// <summary>Whether what stands inside such an element is never text of an article: scripts, controls, embedded documents.</summary>
    public static bool IsNeverText(this Tag tag) => NeverText[(int)tag];

    /// <summary>Whether it is h1 to h6.</summary>
    public static bool IsHeading(this Tag tag) => tag is >= Tag.H1 and <= Tag.H6;

    /// <summary>Whether it is a list.</summary>
    public static bool IsList(this Tag tag) => tag is Tag.Ul or Tag.Ol or Tag.Dl or Tag.Menu;

    /// <summary>The name in lower case.</summary>
    public static string Name(this Tag tag) => Names[(int)tag];

    /// <summary>The names that some stage asks about.</summary>
    public static IEnumerable<string> All => ByName.Keys;

    private static readonly string[] Names = [.. Enum.GetValues<Tag>().Select(tag => tag.ToString().ToLowerInvariant())];

    private static bool[] Flags(params Tag[] tags)
    {
        var flags = new bool[Enum.GetValues<Tag>().Length];
        foreach (var tag in tags) flags[(int)tag] = true;
        return flags;
    }
}
