using Ingestion.Contracts;

namespace Ingestion.Clean.PlainText;

/// <summary>
/// Rule <c>info-line</c>: what the line under a headline says: "作者: 王小明 時間:2023-03-14 來源:網易科技 收藏", "By Jane Doe", "14 March 2023".
/// </summary>
internal sealed record InfoLine(IReadOnlyList<string> Authors, ArticleTime? Time, string? Source)
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "info-line";

    private enum Field { Author, Time, Source, Other }

    private const int LongestLine = 160;
    private const int LongestName = 60;
    private const int LinesUnderBody = 3;

    private static readonly string[] Particles = ["and", "&", "de", "da", "di", "del", "der", "van", "von", "la", "le", "al", "bin", "of"];

    // Longer labels first: the first that fits is taken.
    private static readonly (string Text, Field Field)[] Labels =
    [
        ("責任編輯", Field.Other), ("责任编辑", Field.Other), ("責編", Field.Other), ("责编", Field.Other), ("編輯", Field.Other), ("编辑", Field.Other),
        ("文章來源", Field.Source), ("文章来源", Field.Source), ("信息來源", Field.Source), ("信息来源", Field.Source),
        ("來源", Field.Source), ("来源", Field.Source), ("出處", Field.Source), ("出处", Field.Source), ("稿源", Field.Source),
        ("作者", Field.Author), ("記者", Field.Author), ("记者", Field.Author), ("撰文", Field.Author),
        ("發佈時間", Field.Time), ("發布時間", Field.Time), ("发布时间", Field.Time), ("發表時間", Field.Time), ("发表时间", Field.Time),
        ("更新時間", Field.Time), ("更新时间", Field.Time), ("發佈日期", Field.Time), ("发布日期", Field.Time),
        ("時間", Field.Time), ("时间", Field.Time), ("日期", Field.Time),
        ("點擊", Field.Other), ("点击", Field.Other), ("瀏覽", Field.Other), ("浏览", Field.Other), ("閱讀", Field.Other), ("阅读", Field.Other),
        ("字號", Field.Other), ("字号", Field.Other), ("評論", Field.Other), ("评论", Field.Other),
        ("Author", Field.Author), ("Written by", Field.Author), ("Source", Field.Source), ("Published", Field.Time), ("Updated", Field.Time),
        ("Posted", Field.Time), ("Date", Field.Time), ("Views", Field.Other), ("Comments", Field.Other), ("Editor", Field.Other),
    ];

    private static readonly string[] Buttons =
        ["收藏", "分享", "打印", "列印", "字號", "字号", "大", "中", "小", "關閉", "关闭", "評論", "评论", "我要評論", "我要评论", "投稿", "舉報", "举报", "|", "丨", "-"];

    /// <summary>Reads a line; null if it is a line of the article like any other.</summary>
    public static InfoLine? Read(string line)
    {
        if (line.Length > LongestLine || line.Length == 0) return null;
        var fields = ReadFields(line);
        var time = DateInText.Find(line, out var place);
        if (fields.Count == 0) return ReadUnlabelled(line, time, place);
        // One label alone may be how a sentence of the article begins.
        var alone = line.Length <= LongestName && fields[0].Start == 0;
        if (fields.Count == 1 && time is null && !alone) return null;
        return new InfoLine(
            [.. fields.Where(field => field.Field == Field.Author).SelectMany(field => Names(field.Value)).Distinct()],
            time,
            fields.Where(field => field.Field == Field.Source).Select(field => WithoutButtons(field.Value)).FirstOrDefault(value => value.Length > 0));
    }

    /// <summary>
    /// Takes away the lines about the article: those above the headline, those between it and the body, and labelled
    /// ones under the body.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <param name="title">The headline's index, -1 if there is none.</param>
    public static InfoLine TakeFrom(TextLines lines, int title)
    {
        var found = new List<InfoLine>();
        foreach (var i in lines.Filled())
        {
            if (i == title) continue;
            var line = lines[i].Text;
            if (Read(line) is { } info) found.Add(info);
            else if (i > title && !Boilerplate.Matches(line) && !Underline.Matches(line)) break;
            if (found.Count > 0 || i > title) lines.Remove(i, Rule, 0.9);
        }
        foreach (var i in lines.Filled(title + 1).Reverse().Take(LinesUnderBody).ToList())
        {
            if (Read(lines[i].Text) is not { } info || ReadFields(lines[i].Text).Count == 0) continue;
            found.Add(info);
            lines.Remove(i, Rule, 0.8);
        }
        return new InfoLine(
            [.. found.SelectMany(info => info.Authors).Distinct()],
            found.Select(info => info.Time).FirstOrDefault(time => time is not null),
            found.Select(info => info.Source).FirstOrDefault(source => source is not null));
    }

    private static InfoLine? ReadUnlabelled(string line, ArticleTime? time, Range place)
    {
        var before = time is null ? line : line[..place.Start];
        if (before.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && line.Length <= LongestLine)
        {
            var names = before[3..].Split('|', '·', '—')[0].Trim(' ', ',', '-', '–');
            return names.Length is > 0 and <= LongestName && AreNames(names) ? new InfoLine(Names(names), time, null) : null;
        }
        if (time is null || line.Length > LongestName) return null;
        var rest = (before + line[place.End..]).Trim(' ', ',', '|', '-', '　', '.');
        return rest.Length <= 24 && !EndsSentence(rest) ? new InfoLine([], time, LooksLikeOutlet(rest) ? rest : null) : null;
    }

    private static List<(Field Field, string Value, int Start)> ReadFields(string line)
    {
        var found = new List<(Field Field, int Start, int Value)>();
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] is not (':' or '：')) continue;
            var before = line.AsSpan(0, i).TrimEnd();
            foreach (var (text, field) in Labels)
            {
                if (!before.EndsWith(text, StringComparison.OrdinalIgnoreCase)) continue;
                var start = before.Length - text.Length;
                if (found.Count == 0 || start >= found[^1].Value) found.Add((field, start, i + 1));
                break;
            }
        }
        var fields = new List<(Field, string, int)>();
        for (var i = 0; i < found.Count; i++)
        {
            var end = i + 1 < found.Count ? found[i + 1].Start : line.Length;
            fields.Add((found[i].Field, line[found[i].Value..end].Trim(), found[i].Start));
        }
        return fields;
    }

    private static IReadOnlyList<string> Names(string value)
    {
        value = WithoutButtons(value).Trim('|', ' ', '　');
        if (value.Length is 0 or > LongestName || DateInText.Find(value) is not null) return [];
        return [.. value.Split(["、", "，", ",", ";", "；", "/", " and ", " & "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string WithoutButtons(string value)
    {
        var bar = value.AsSpan().IndexOfAny('|', '丨', '\t');
        if (bar >= 0) value = value[..bar];
        if (DateInText.Find(value, out var date) is not null) value = value[..date.Start];
        while (true)
        {
            value = value.Trim(' ', '　', '\u00A0');
            var button = Array.Find(Buttons, button => value == button || (value.EndsWith(button, StringComparison.Ordinal)
                && value.Length > button.Length && char.IsWhiteSpace(value[^(button.Length + 1)])));
            if (button is null) return value;
            value = value[..^button.Length];
        }
    }

    private static bool AreNames(string text) =>
        text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) is { Length: >= 1 and <= 12 } words
        && words.All(word => char.IsUpper(word[0]) || Particles.Contains(word)) && words.Any(word => char.IsUpper(word[0]))
        && !text.AsSpan().ContainsAnyInRange('0', '9');

    private static bool EndsSentence(string text) => text.Length > 0 && text[^1] is '.' or '。' or '!' or '！' or '?' or '？';

    private static bool LooksLikeOutlet(string text) =>
        text.Length is >= 2 and <= 12 && text[^1] is '網' or '网' or '報' or '报' or '社' or '台' or '臺';
}
