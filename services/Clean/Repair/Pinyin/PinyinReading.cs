namespace Ingestion.Clean.Repair.Pinyin;

/// <summary>A reading in parentheses that stands after the character it belongs to, such as the "(gè)" of "個(gè)".</summary>
/// <param name="Start">Where its opening parenthesis is.</param>
/// <param name="Length">Characters from there to its closing parenthesis.</param>
/// <param name="Character">The character that is read so.</param>
/// <param name="HasTone">Whether it carries a tone mark; without one it may be an English word.</param>
/// <param name="IsArtefact">Whether only a machine writes it like that: a blank before the parenthesis, or after half a character.</param>
internal readonly record struct PinyinReading(int Start, int Length, char Character, bool HasTone, bool IsArtefact);
