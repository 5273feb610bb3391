using Ingestion.Enrich.Languages;
using Xunit;

namespace Ingestion.Unit.Tests.Enrich;

public sealed class LanguageDetectorTests
{
    private static readonly LanguageDetector Detector = new(LanguageProfiles.Read());

    [Theory]
    [InlineData("zh", "昨天下午，市政府宣布将在河边修建一座新的公共图书馆，预计三年后完工。")]
    [InlineData("zh", "昨天下午，市政府宣布將在河邊修建一座新的公共圖書館，預計三年後完工。")]
    [InlineData("zh", "这款名为「森の家」的餐厅上周在上海开业，吸引了许多喜欢日本料理的年轻人。")]
    [InlineData("ja", "市は昨日、川沿いに新しい図書館を建てる計画を発表した。完成は三年後の予定だ。")]
    [InlineData("ko", "시는 어제 강가에 새로운 도서관을 짓겠다는 계획을 발표했다. 완공은 3년 뒤로 예정되어 있다.")]
    [InlineData("en", "The city said yesterday that a new library will be built by the river and opened in three years.")]
    [InlineData("de", "Die Stadt kündigte gestern an, dass am Fluss eine neue Bibliothek gebaut und in drei Jahren eröffnet wird.")]
    [InlineData("fr", "La ville a annoncé hier qu'une nouvelle bibliothèque sera construite au bord de la rivière.")]
    [InlineData("es", "El ayuntamiento anunció ayer que junto al río se construirá una nueva biblioteca pública.")]
    [InlineData("it", "Il comune ha annunciato ieri che lungo il fiume sarà costruita una nuova biblioteca pubblica.")]
    [InlineData("pt", "A prefeitura anunciou ontem que uma nova biblioteca pública será construída à beira do rio.")]
    [InlineData("nl", "De gemeente maakte gisteren bekend dat er een nieuwe bibliotheek aan de rivier wordt gebouwd.")]
    [InlineData("ru", "Вчера город объявил, что на берегу реки построят новую библиотеку, которая откроется через три года.")]
    [InlineData("uk", "Учора місто оголосило, що на березі річки збудують нову бібліотеку, яка відкриється за три роки.")]
    [InlineData("bg", "Вчера общината обяви, че край реката ще бъде построена нова библиотека, която ще отвори след три години.")]
    [InlineData("ar", "أعلنت المدينة أمس أنها ستبني مكتبة جديدة على ضفة النهر وستفتح أبوابها بعد ثلاث سنوات.")]
    [InlineData("fa", "شهرداری دیروز اعلام کرد که کتابخانه‌ای تازه در کنار رودخانه ساخته می‌شود و سه سال دیگر باز خواهد شد.")]
    [InlineData("he", "העירייה הודיעה אתמול כי ספרייה חדשה תיבנה על גדת הנהר ותיפתח בעוד שלוש שנים.")]
    [InlineData("hi", "नगर निगम ने कल घोषणा की कि नदी के किनारे एक नया पुस्तकालय बनाया जाएगा जो तीन साल में खुलेगा।")]
    [InlineData("th", "เมื่อวานนี้ทางเทศบาลประกาศว่าจะสร้างห้องสมุดแห่งใหม่ริมแม่น้ำ")]
    [InlineData("vi", "Hôm qua thành phố thông báo sẽ xây một thư viện mới bên bờ sông và mở cửa sau ba năm nữa.")]
    [InlineData("tr", "Belediye dün nehir kıyısında üç yıl içinde açılacak yeni bir kütüphane yapılacağını duyurdu.")]
    [InlineData("pl", "Miasto ogłosiło wczoraj, że nad rzeką powstanie nowa biblioteka, która zostanie otwarta za trzy lata.")]
    [InlineData("el", "Ο δήμος ανακοίνωσε χθες ότι θα χτιστεί μια νέα βιβλιοθήκη δίπλα στο ποτάμι.")]
    public void Clear_cut_text_is_told(string language, string text)
    {
        var detected = Detector.Detect(text);

        Assert.Equal(language, detected.Tag);
        Assert.InRange(detected.Confidence, 0.5, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3.14 2023-03-14 +49 30 1234567")]
    [InlineData("OK")]
    [InlineData("xkqz wvbn pqrt zzxq kjhg fdsa qwxz bvnm")]
    [InlineData("?!… —")]
    public void What_cannot_be_told_is_und(string text) => Assert.Equal(new DetectedLanguage("und", 0), Detector.Detect(text));

    [Fact]
    public void English_names_do_not_make_Chinese_text_English() =>
        Assert.Equal("zh", Detector.Detect("微软 Azure 与 OpenAI 合作，将 ChatGPT 引入 Microsoft Teams 和 Office 办公软件。").Tag);

    [Fact]
    public void Decomposed_letters_are_the_same_letters()
    {
        const string Text = "Các nhà khoa học Việt Nam đã công bố kết quả nghiên cứu mới về biển Đông.";

        Assert.Equal(Detector.Detect(Text), Detector.Detect(Text.Normalize(System.Text.NormalizationForm.FormD)));
    }
}
