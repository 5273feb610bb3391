using System.Buffers.Binary;
using System.Text;

namespace Ingestion.Tests.Infrastructure.Telemetry;

/// <summary>
/// Walks one Protocol Buffers message field by field: as much of the wire format as OTLP's spans need. Values are read by the
/// method that fits the field; <see cref="Skip"/> passes over one that is not wanted.
/// </summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;
    private WireType _type;

    private enum WireType
    {
        Varint = 0,
        Fixed64 = 1,
        LengthDelimited = 2,
        Fixed32 = 5,
    }

    /// <summary>The current field's number.</summary>
    public int Field { get; private set; }

    /// <summary>Goes to the next field; false at the message's end.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = ReadVarint();
        Field = checked((int)(tag >> 3));
        _type = (WireType)(tag & 7);
        return true;
    }

    /// <summary>Goes to the next field of this number, past all others; false at the message's end.</summary>
    public bool Next(int field)
    {
        while (Next())
        {
            if (Field == field)
            {
                return true;
            }

            Skip();
        }

        return false;
    }

    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A varint is longer than ten bytes.");
    }

    public ulong ReadFixed64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public ReadOnlySpan<byte> ReadBytes() => Take(checked((int)ReadVarint()));

    public string ReadString() => Encoding.UTF8.GetString(ReadBytes());

    public ProtobufReader ReadMessage() => new(ReadBytes());

    public void Skip()
    {
        switch (_type)
        {
            case WireType.Varint: ReadVarint(); break;
            case WireType.Fixed64: Take(8); break;
            case WireType.LengthDelimited: ReadBytes(); break;
            case WireType.Fixed32: Take(4); break;
            default: throw new InvalidDataException($"Field {Field} has the unknown wire type {(int)_type}.");
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException($"Field {Field} needs {count} bytes, and {_rest.Length} are left.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
