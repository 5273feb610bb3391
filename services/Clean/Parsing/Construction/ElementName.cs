using AngleSharp.Dom;

namespace Ingestion.Clean.Parsing.Construction;

/// <summary>The name of an element, and what the parser has to know of every element of that name.</summary>
/// <param name="Local">The local name, as the parser gives it: in lower case, but for some of SVG's.</param>
/// <param name="Tag">The same for the stages after the parser.</param>
/// <param name="Flags">The parser's own: its namespace, whether it opens a scope, is special, formats, closes by itself.</param>
internal sealed record ElementName(string Local, Tag Tag, NodeFlags Flags);
