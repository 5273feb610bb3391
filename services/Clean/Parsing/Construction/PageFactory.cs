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

    public PageNode Create(PageDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None) =>
        document.Open(new PageNode(ElementNames.InHtml(localName), document));

    public PageNode CreateUnknown(PageDocument document, StringOrMemory tagName) => document.Open(new PageNode(ElementNames.OutOfPlace(tagName), document));

    public PageNode CreateNoScript(PageDocument document, bool scripting) => document.Open(new PageNode(ElementNames.InHtml("noscript"), document));

    public IConstructableMetaElement CreateMeta(PageDocument document) => document.Open(new MetaNode(ElementNames.InHtml("meta"), document));

    public IConstructableScriptElement CreateScript(PageDocument document, bool parserInserted, bool started) =>
        document.Open(new ScriptNode(ElementNames.InHtml("script"), document));

    public IConstructableFrameElement CreateFrame(PageDocument document) => document.Open(new FrameNode(ElementNames.InHtml("frame"), document));

    public IConstructableTemplateElement CreateTemplate(PageDocument document) => document.Open(new TemplateNode(ElementNames.InHtml("template"), document));

    public IConstructableFormElement CreateForm(PageDocument document) => document.Open(new FormNode(ElementNames.InHtml("form"), document));

    public IConstructableMathElement CreateMath(PageDocument document, StringOrMemory name = default) => document.Open(new MathNode(ElementNames.InMath(name), document));

    public IConstructableSvgElement CreateSvg(PageDocument document, StringOrMemory name = default) => document.Open(new SvgNode(ElementNames.InSvg(name), document));
}
