using System.Buffers;
using System.Text;

namespace Ingestion.Clean.Decoding;

/// <summary>What bytes look like if they are read as UTF-8.</summary>
/// <param name="Characters">Characters beyond ASCII that they hold.</param>
/// <param name="Errors">Places where they are not UTF-8. A character cut off at the very end is none.</param>
internal readonly record struct Utf8Check(int Characters, int Errors)
{
    private const int CharactersPerError = 50;

    /// <summary>Whether there is nothing in them but ASCII.</summary>
    public bool IsAscii => Characters == 0 && Errors == 0;

    /// <summary>Whether they are UTF-8, with not one error.</summary>
    public bool IsValid => Errors == 0;

    /// <summary>Whether they are UTF-8 all the same, with something broken in it here and there.</summary>
    public bool IsDamaged => Errors > 0 && Characters >= Errors * CharactersPerError;

    /// <summary>Reads them so.</summary>
    public static Utf8Check Of(ReadOnlySpan<byte> content)
    {
        var (characters, errors) = (0, 0);
        while (true)
        {
            var ascii = content.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return new Utf8Check(characters, errors);
            content = content[ascii..];
            var status = Rune.DecodeFromUtf8(content, out _, out var used);
            if (status == OperationStatus.Done) characters++;
            else if (status == OperationStatus.NeedMoreData) return new Utf8Check(characters, characters == 0 ? errors + 1 : errors);
            else errors++;
            content = content[used..];
        }
    }
}
