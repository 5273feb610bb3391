namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Of several texts for one field, the first with anything in it of the vocabulary that counts most.</summary>
internal sealed class FirstText
{
    private int _rank = int.MaxValue;

    /// <summary>The text; empty if all are, null if there is none.</summary>
    public FeedText? Best { get; private set; }

    /// <summary>A text of the field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rank">0 for the feed's own vocabulary, more for those that only add to it.</param>
    public void Add(FeedText text, int rank)
    {
        if (string.IsNullOrWhiteSpace(text.Raw)) Best ??= text;
        else if (rank < _rank) (Best, _rank) = (text, rank);
    }
}
