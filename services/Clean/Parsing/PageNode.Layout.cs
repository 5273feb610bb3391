namespace Ingestion.Clean.Parsing;

/// <summary>What happens to a node when the parsed tree is laid out in document order, see <see cref="TreeBuilder"/>.</summary>
internal partial class PageNode
{
    /// <summary>Gives the node its place. Its parent has been given one before.</summary>
    /// <param name="index">The place.</param>
    /// <param name="marks">What class names and ids say.</param>
    public void Settle(int index, ClassMarks marks)
    {
        Index = index;
        InLink = Parent is { InLink: true };
        if (!Tag.IsBlock() && Parent is not null) _block = Parent.Block;
        foreach (ref readonly var attribute in _attributes.AsSpan())
        {
            switch (attribute.Name)
            {
                case "class":
                    Marks |= marks.OfClass(attribute.Span);
                    break;
                case "id" when !Tag.IsHeading():
                    Marks |= marks.OfId(attribute.Span);
                    break;
                case "style":
                    _hasStyle = true;
                    break;
                case "href" when Tag == Tag.A:
                    InLink = true;
                    break;
            }
        }
    }

    /// <summary>Takes in the texts that follow at once: the parser delivers a text in pieces where markup between them came to nothing.</summary>
    public void JoinTexts()
    {
        if (NextSibling is not { Tag: Tag.Text }) return;
        var joined = new System.Text.StringBuilder();
        joined.Append(_text.Span);
        while (NextSibling is { Tag: Tag.Text } next)
        {
            joined.Append(next._text.Span);
            next.Detach();
        }
        _text = joined.ToString().AsMemory();
    }

    /// <summary>Puts the text right where it may need it.</summary>
    public void Repair(TextNodeRepair repair)
    {
        if (repair.TryApply(Text, Parent!) is { } right) _text = right.AsMemory();
    }

    /// <summary>Makes siblings of the elements in it, which would be nested too deep; texts stay.</summary>
    public void Flatten()
    {
        if (Parent is not { } parent) return;
        var before = NextSibling;
        for (var child = FirstChild; child is not null;)
        {
            var next = child.NextSibling;
            if (child.Tag != Tag.Text) parent.Insert(child, before);
            child = next;
        }
    }
}
