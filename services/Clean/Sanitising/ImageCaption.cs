using Ingestion.Clean.Parsing;
using Ingestion.Contracts;

namespace Ingestion.Clean.Sanitising;

/// <summary>
/// The caption of an image: the figcaption of its figure, or the element that a class calls a caption, in the nearest
/// element around both. Captions are taken out of the text; here they come back beside their image.
/// </summary>
internal static class ImageCaption
{
    private const int HighestAncestor = 4;
    private const int MostNodes = 80;
    private const int LongestCaption = 600;

    /// <summary>The caption; null if the image has none.</summary>
    public static string? Of(PageNode image, Page page)
    {
        var around = image.Parent;
        for (var level = 0; around is not null && level < HighestAncestor; level++, around = around.Parent)
        {
            // An element that is this large holds the article.
            if (around.Tag is Tag.Body or Tag.Main or Tag.Article || around.End - around.Index > MostNodes) return null;
            if (Find(image, around, page) is { } caption) return caption;
            if (around.Tag == Tag.Figure) return null;
        }
        return null;
    }

    /// <summary>The lead image with the caption, and the alternative text, that it has in the body, where its metadata give none.</summary>
    public static ArticleImage? WithCaption(ArticleImage? lead, IReadOnlyList<ArticleImage> images) =>
        lead is not null && images.FirstOrDefault(image => image.Url == lead.Url) is { } same
            ? lead with { Alt = lead.Alt ?? same.Alt, Caption = lead.Caption ?? same.Caption }
            : lead;

    // Up to the next image, whose caption it would be.
    private static string? Find(PageNode image, PageNode around, Page page)
    {
        for (var i = image.Index + 1; i < around.End; i++)
        {
            var node = page.Nodes[i];
            if (node.Tag == Tag.Img) return null;
            var isCaption = node.Tag == Tag.Figcaption || (node.Has(Marks.Caption) && !node.Has(Marks.Body) && !node.Contains(image));
            if (isCaption && node.TextLength is > 1 and <= LongestCaption) return page.TextOf(node, LongestCaption);
        }
        return null;
    }
}
