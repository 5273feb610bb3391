using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace Ingestion.Clean.Parsing.Construction;

/// <summary>Makes the nodes that the parser asks for: ours, not the library's own, which know a browser's whole DOM.</summary>
/// <param name="budget">What the page may cost.</param>
internal sealed class PageFactory(Budget budget) : IDomConstructionElementFactory<PageDocument, PageNode>
{
    /// <summary>The document, once the parser has begun.</summary>
    public PageDocument? Document { get; private set; }

    public PageDocument CreateDocument(TextSource source, IBrowsingContext? context = null) => Document = new PageDocument(source, budget);

    // Nobody reads the doctype.
    public IConstructableNode CreateDocumentType(PageDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) =>
        PageDocument.Nothing;

    public PageNode Create(PageDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None)
    {
        var name = ElementNames.InHtml(localName);
        PageNode node = name.Tag switch
        {
            Tag.Html => new RootNode(document),
            Tag.Table => document.Open(new TableNode(name, document)),
            _ when name.Flags.HasFlag(NodeFlags.HtmlFormatting) => new FormattingNode(name, document),
            _ => new PageNode(name),
        };
        return document.Add(node);
    }

    public PageNode CreateUnknown(PageDocument document, StringOrMemory tagName) => Create(document, tagName);

    public PageNode CreateNoScript(PageDocument document, bool scripting) => document.Add(new PageNode(ElementNames.InHtml("noscript")));

    public IConstructableMetaElement CreateMeta(PageDocument document) => document.Add(new MetaNode(ElementNames.InHtml("meta")));

    public IConstructableScriptElement CreateScript(PageDocument document, bool parserInserted, bool started) =>
        document.Add(new ScriptNode(ElementNames.InHtml("script")));

    public IConstructableFrameElement CreateFrame(PageDocument document) => document.Add(new FrameNode(ElementNames.InHtml("frame")));

    public IConstructableTemplateElement CreateTemplate(PageDocument document) => document.Add(new TemplateNode(ElementNames.InHtml("template")));

    public IConstructableFormElement CreateForm(PageDocument document) => document.Add(new FormNode(ElementNames.InHtml("form")));

    public IConstructableMathElement CreateMath(PageDocument document, StringOrMemory name = default) => document.Add(new MathNode(ElementNames.InMath(name)));

    public IConstructableSvgElement CreateSvg(PageDocument document, StringOrMemory name = default) => document.Add(new SvgNode(ElementNames.InSvg(name)));
}
