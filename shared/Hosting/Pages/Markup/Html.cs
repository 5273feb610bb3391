using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Ingestion.Hosting.Pages.Markup;

/// <summary>
/// A piece of HTML. Written as an interpolated string, <c>Html.Of($"&lt;p&gt;{text}&lt;/p&gt;")</c>: what stands in the string
/// is markup, what is put into it is text and is encoded, unless it is <see cref="Html"/> itself.
/// </summary>
public readonly struct Html
{
    // Left unencoded beyond ASCII: Chinese stays readable in the source, and half the size.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>Nothing.</summary>
    public static Html Empty { get; }

    /// <summary>Markup with its holes filled; attribute values need double quotes around the hole.</summary>
    public static Html Of(ref Template template) => new(template.ToStringAndClear());

    /// <summary>Markup that was sanitised before. Never call it with what a stranger wrote.</summary>
    public static Html Trusted(string markup) => new(markup);

    /// <summary>One after another.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.ToString())));

    /// <summary>The markup, or nothing.</summary>
    public static Html If(bool condition, Func<Html> markup) => condition ? markup() : Empty;

    /// <summary>The markup.</summary>
    public override string ToString() => _markup ?? "";

    /// <summary>Fills the holes: what the compiler makes of the interpolated string.</summary>
    [InterpolatedStringHandler]
    public ref struct Template
    {
        private DefaultInterpolatedStringHandler _text;

        /// <summary>Begins.</summary>
        public Template(int literalLength, int formattedCount) =>
            _text = new(literalLength, formattedCount, System.Globalization.CultureInfo.InvariantCulture);

        /// <summary>Adds markup.</summary>
        public void AppendLiteral(string markup) => _text.AppendLiteral(markup);

        /// <summary>Adds markup.</summary>
        public void AppendFormatted(Html markup) => _text.AppendLiteral(markup.ToString());

        /// <summary>Adds text, encoded.</summary>
        public void AppendFormatted(string? text) => _text.AppendLiteral(text is null ? "" : Encoder.Encode(text));

        /// <summary>Adds a number.</summary>
        public void AppendFormatted(long number) => _text.AppendFormatted(number);

        internal string ToStringAndClear() => _text.ToStringAndClear();
    }
}
