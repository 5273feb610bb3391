using AngleSharp.Html.Construction;

namespace Ingestion.Clean.Parsing.Construction;

/// <summary>A script; never run.</summary>
internal sealed class ScriptNode(ElementName name, PageDocument document) : PageNode(name, document), IConstructableScriptElement
{
    bool IConstructableScriptElement.Prepare(IConstructableDocument document) => false;

    Task IConstructableScriptElement.RunAsync(CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>A meta element; what it says of the charset is read before the page is parsed.</summary>
internal sealed class MetaNode(ElementName name, PageDocument document) : PageNode(name, document), IConstructableMetaElement
{
    void IConstructableMetaElement.Handle()
    {
    }
}

/// <summary>A template. The parser is never shown one, see <see cref="TokenGate"/>.</summary>
internal sealed class TemplateNode(ElementName name, PageDocument document) : PageNode(name, document), IConstructableTemplateElement
{
    void IConstructableTemplateElement.PopulateFragment()
    {
    }
}

/// <summary>A form.</summary>
internal sealed class FormNode(ElementName name, PageDocument document) : PageNode(name, document), IConstructableFormElement;

/// <summary>A frame.</summary>
internal sealed class FrameNode(ElementName name, PageDocument document) : PageNode(name, document), IConstructableFrameElement;

/// <summary>An element of SVG.</summary>
internal sealed class SvgNode(ElementName name, PageDocument document) : PageNode(name, document), IConstructableSvgElement;

/// <summary>An element of MathML.</summary>
internal sealed class MathNode(ElementName name, PageDocument document) : PageNode(name, document), IConstructableMathElement;
