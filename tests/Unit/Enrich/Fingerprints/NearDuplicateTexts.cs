namespace Ingestion.Unit.Tests.Enrich.Fingerprints;

/// <summary>Made-up news texts, each a list of sentences: in English of words, in Chinese of characters.</summary>
internal static class NearDuplicateTexts
{
    private static readonly string[] Words =
        ("council river library garden budget harbour minister school bridge winter market engine doctor forest signal station teacher " +
         "village report summer captain island museum letter window kitchen mountain railway theatre contract account weather journey " +
         "colour picture history company country student question morning evening language science machine pressure").Split(' ');

    private const string Characters =
        "市政府昨天宣布将在河边建设新图书馆藏有二十万册书屋顶设花园工程春季开始三年后对公众放议会多数票通过计划关于费用老树长时间讨论学校医院桥梁车站居民老师孩子天气交通环境经济";

    /// <summary>A text of so many words, the same for the same seed.</summary>
    public static string[] English(int seed, int words)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)])];
    }

    /// <summary>A text of so many characters, the same for the same seed.</summary>
    public static string[] Chinese(int seed, int characters)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, characters).Select(_ => Characters[random.Next(Characters.Length)].ToString())];
    }

    /// <summary>The text with some of its units replaced, each by one that it does not have.</summary>
    public static string[] Edited(string[] units, int seed, int edits, string replacement)
    {
        var random = new Random(seed);
        var edited = units.ToArray();
        for (var i = 0; i < edits; i++) edited[random.Next(edited.Length)] = replacement;
        return edited;
    }
}
