using System.Text.Json;
using FsCheck.Xunit;
using Ingestion.Clean.Decoding;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Repair;
using Xunit;

namespace Ingestion.Unit.Tests.Clean.Repair;

public class MojibakeTests
{
    private static readonly string[] Sentences =
    [
        "Zoë a déjeuné à l’hôtel où l’on sert des crêpes.", "Über die Größe der Brücke weiß niemand etwas Genaues.",
        "El niño subió a la montaña mañana tras mañana.", "Żółta łódź płynęła wzdłuż brzegu.", "Příliš tichý večer u řeky.",
        "Утром рыбаки вышли в море.", "Το πρωί η θάλασσα ήταν ήσυχη.", "“It’s late,” she said – and left…", "老人每天早上去河邊散步。",
        "今朝は海がとても静かでした。", "아침 바다는 아주 조용했다.", "بحر الصباح كان هادئا جدا", "Costs 4 € a day ❤",
    ];

    [Property]
    public bool Utf8_read_as_something_else_is_put_right(uint seed, bool twice)
    {
        var random = new Random((int)seed);
        var sentence = Sentences[random.Next(Sentences.Length)];
        var damaged = ReadAs(1252, sentence);
        return Mojibake.Fix(twice ? ReadAs(1252, damaged) : damaged) == sentence;
    }

    [Theory]
    [InlineData(1250, 0), InlineData(1251, 0), InlineData(1251, 5), InlineData(1254, 0), InlineData(10000, 1), InlineData(28592, 7), InlineData(437, 3)]
    public void Other_character_sets_are_seen_too(int codePage, int sentence) =>
        Assert.Equal(Sentences[sentence], Mojibake.Fix(ReadAs(codePage, Sentences[sentence])));

    [Property]
    public bool Sound_text_is_left_alone(uint seed)
    {
        var sentence = Sentences[seed % (uint)Sentences.Length];
        return ReferenceEquals(Mojibake.Fix(sentence), sentence);
    }

    [Theory]
    [InlineData("A IRMÃ” QUE CHEGOU"), InlineData("NÃO É® NADA"), InlineData("»GRÅ« og »BLÅ«"), InlineData("5×£3 + √9"), InlineData("Її в школі чекали, Рік минув"), InlineData("")]
    public void Odd_but_sound_text_is_left_alone(string text) => Assert.Same(text, Mojibake.Fix(text));

    [Fact]
    public void Damage_in_one_place_leaves_the_rest_of_the_page_alone()
    {
        var ledger = new RemovalLedger();
        Assert.Equal("<p>Zoë</p><p>NÃO, É tarde</p>", MojibakeRepair.Apply("<p>ZoÃ«</p><p>NÃO, É tarde</p>", "source", ledger));
        Assert.Equal("ZoÃ«", Assert.Single(ledger.Entries).Excerpt);
    }

    [Fact]
    public void Nine_in_ten_of_the_public_cases_are_put_right_and_no_sound_one_is_touched()
    {
        var (right, total) = (0, 0);
        foreach (var line in File.ReadLines(SharedFiles.Require("bench/mojibake/cases.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            var input = document.RootElement.GetProperty("input").GetString()!;
            var expected = document.RootElement.GetProperty("checks").GetProperty("fixed").GetString();
            var got = Mojibake.Fix(input);
            if (input == expected) Assert.Equal(expected, got);
            total++;
            if (got == expected) right++;
        }
        Assert.True(right >= total * 0.9, $"{right} of {total} cases are right.");
    }

    private static string ReadAs(int codePage, string text) => CodePages.Get(codePage).GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
