using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>The rules against what stands around and between an article's text.</summary>
internal static class PruningRules
{
    /// <summary>All of them, the surest first.</summary>
    public static readonly INodeRule[] All =
    [
        new NavigationRule(), new PageFooterRule(), new PageHeaderRule(), new ConsentRule(), new PopupRule(), new FormRule(),
        new CommentsRule(), new RelatedRule(), new ShareRule(), new SignUpRule(), new AdvertisementRule(), new CaptionRule(),
        new BioRule(), new BylineRule(), new DateLineRule(), new TopicsRule(), new SidebarRule(), new PaywallNoticeRule(),
        new ContentsRule(), new MetaLineRule(), new ReactionRule(), new ToolsRule(), new LegalRule(), new MediaRule(),
        new PromoRule(), new HiddenClassRule(), new LinkListRule(), new TeaserRule(),
    ];

    /// <summary>Those that hardly ever take an article, for the second chance.</summary>
    public static readonly INodeRule[] Surest =
        [new NavigationRule(), new PageFooterRule(), new ConsentRule(), new CommentsRule(), new CaptionRule(), new ShareRule(), new LinkListRule(), new TeaserRule()];
}
