using AngleSharp.Html.Construction;

namespace Ingestion.Clean.Parsing.Construction;

/// <summary>The html element.</summary>
internal sealed class RootNode(PageDocument document) : PageNode(ElementNames.Root)
{
    private protected override IConstructableNode? Owner => document;
}

/// <summary>A table: while it is open, what may not stand in it is put before it (foster parenting).</summary>
internal sealed class TableNode(ElementName name, PageDocument document) : PageNode(name)
{
    private protected override void Closed() => document.Close(this);
}

/// <summary>An element such as b or a, which is opened again where the nesting was wrong.</summary>
internal sealed class FormattingNode(ElementName name, PageDocument document) : PageNode(name)
{
    private protected override PageNode Again(ElementName name) => document.Add(new FormattingNode(name, document));
}

/// <summary>A script; never run.</summary>
internal sealed class ScriptNode(ElementName name) : PageNode(name), IConstructableScriptElement
{
    bool IConstructableScriptElement.Prepare(IConstructableDocument document) => false;

    Task IConstructableScriptElement.RunAsync(CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>A meta element; what it says of the charset is read before the page is parsed.</summary>
internal sealed class MetaNode(ElementName name) : PageNode(name), IConstructableMetaElement
{
    void IConstructableMetaElement.Handle()
    {
    }
}

/// <summary>A template. The parser is never shown one, see <see cref="TokenGate"/>.</summary>
internal sealed class TemplateNode(ElementName name) : PageNode(name), IConstructableTemplateElement
{
    void IConstructableTemplateElement.PopulateFragment()
    {
    }
}

/// <summary>A form.</summary>
internal sealed class FormNode(ElementName name) : PageNode(name), IConstructableFormElement;

/// <summary>A frame.</summary>
internal sealed class FrameNode(ElementName name) : PageNode(name), IConstructableFrameElement;

/// <summary>An element of SVG.</summary>
internal sealed class SvgNode(ElementName name) : PageNode(name), IConstructableSvgElement;

/// <summary>An element of MathML.</summary>
internal sealed class MathNode(ElementName name) : PageNode(name), IConstructableMathElement;
