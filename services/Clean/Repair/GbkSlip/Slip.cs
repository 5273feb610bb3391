namespace Ingestion.Clean.Repair.GbkSlip;

/// <summary>One slip, turned back.</summary>
/// <param name="Length">Characters of damage, from the "?" on, without what is left of a tag.</param>
/// <param name="Restored">What stood there.</param>
/// <param name="SwallowedTag">What is left of the tag whose "&lt;" the slip swallowed, such as "/p&gt;"; it follows the damage.</param>
/// <param name="Confidence">How sure this is.</param>
internal sealed record Slip(int Length, string Restored, string? SwallowedTag, double Confidence);
