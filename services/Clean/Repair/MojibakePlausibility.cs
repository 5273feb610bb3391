namespace Ingestion.Clean.Repair;

/// <summary>How likely it is that a character is meant where one was put together from the bytes of others.</summary>
internal static class MojibakePlausibility
{
    /// <summary>What a character says about the reading that it is in.</summary>
    public enum Kind
    {
        /// <summary>Hardly any text has it: the reading is wrong.</summary>
        Implausible,

        /// <summary>A Latin letter or a mark of Western text.</summary>
        Latin,

        /// <summary>A letter of another script: it comes with others of its kind.</summary>
        OtherScript,

        /// <summary>An arrow, a mathematical sign, an ornament.</summary>
        Symbol,

        /// <summary>Curly quotes, dashes, emoji: what they look like when read wrong means nothing else.</summary>
        Unmistakable,
    }

    /// <summary>The kind of a character.</summary>
    public static Kind Of(int code) => code switch
    {
        0x17F => Kind.Implausible,
        < 0x180 => Kind.Latin,
        0x1A0 or 0x1A1 or 0x1AF or 0x1B0 or 0x192 or >= 0x1CD and <= 0x1DC or >= 0x218 and <= 0x21B => Kind.Latin,
        < 0x2C6 => Kind.Implausible,
        0x2C6 or 0x2C7 or >= 0x2D8 and <= 0x2DD => Kind.Latin,
        < 0x300 => Kind.Implausible,
        < 0x370 => Kind.OtherScript, // combining marks
        < 0x460 => Kind.OtherScript,
        >= 0x490 and <= 0x4E9 or >= 0x531 and <= 0x587 or >= 0x5B0 and <= 0x5F4 => Kind.OtherScript,
        0x60C or 0x61B or 0x61F or >= 0x621 and <= 0x652 or >= 0x660 and <= 0x66C => Kind.OtherScript,
        0x67E or 0x686 or 0x688 or 0x691 or 0x698 or 0x6A9 or 0x6AF or 0x6BA or 0x6BE or 0x6C1 or 0x6CC or 0x6D2 or >= 0x6F0 and <= 0x6F9 => Kind.OtherScript,
        < 0x900 => Kind.Implausible,
        < 0x1E00 => Kind.OtherScript,
        < 0x2000 => Kind.Latin,
        0x200C => Kind.Implausible,
        < 0x2070 or 0x20AC or 0x2122 or 0xFE0F or 0xFEFF or 0xFB01 or 0xFB02 or 0xFFFD => Kind.Unmistakable,
        < 0x2C00 => Kind.Symbol,
        < 0x3000 => Kind.Implausible,
        < 0xA000 or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFF01 and <= 0xFFEE => Kind.OtherScript,
        >= 0x1F000 and <= 0x1FAFF => Kind.Unmistakable,
        >= 0x20000 and <= 0x2FFFF => Kind.OtherScript,
        _ => Kind.Implausible,
    };
}
