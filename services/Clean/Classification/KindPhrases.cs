namespace Ingestion.Clean.Classification;

/// <summary>The words, in lower case, by which a page says that it is no article.</summary>
internal static class KindPhrases
{
    private static readonly string[] BotChallenge =
    [
        "just a moment", "checking your browser", "verify you are human", "verifying you are human", "are you a robot", "are you human", "captcha", "access denied",
        "attention required", "unusual traffic", "security check", "enable javascript and cookies to continue", "pardon our interruption", "ddos protection", "request unsuccessful",
        "sind sie ein mensch", "êtes-vous un robot", "人机验证", "安全验证",
    ];

    private static readonly string[] NotFound =
    [
        "404", "page not found", "not found", "page cannot be found", "page doesn't exist", "page doesn’t exist", "nothing found", "seite nicht gefunden", "seite existiert nicht",
        "page introuvable", "page non trouvée", "página no encontrada", "pagina non trovata", "página não encontrada", "pagina niet gevonden", "strona nie została znaleziona",
        "siden finnes ikke", "sidan kunde inte hittas", "страница не найдена", "页面不存在", "找不到页面", "页面未找到", "ページが見つかりません", "페이지를 찾을 수 없습니다",
    ];

    private static readonly string[] Consent =
    [
        "before you continue", "we value your privacy", "we use cookies", "cookie consent", "accept all cookies", "your privacy choices", "bevor sie fortfahren",
        "wir verwenden cookies", "mit werbung und cookies", "zustimmung", "nous utilisons des cookies", "utilizamos cookies", "utilizziamo i cookie", "wij gebruiken cookies",
    ];

    /// <summary>Whether a text asks whether a human reads it.</summary>
    public static bool IsBotChallenge(string text) => Any(text, BotChallenge);

    /// <summary>Whether a title says that there is nothing here.</summary>
    public static bool IsNotFound(string title) => Any(title, NotFound);

    /// <summary>Whether a text asks for consent first.</summary>
    public static bool IsConsent(string text) => Any(text, Consent);

    private static bool Any(string text, string[] phrases) => Array.Exists(phrases, phrase => text.Contains(phrase, StringComparison.Ordinal));
}
