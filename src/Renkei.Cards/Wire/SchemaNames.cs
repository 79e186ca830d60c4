using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Renkei.Cards.Wire;

/// <summary>The schema's spelling of an enumeration's members in UTF-8. Members are numbered from zero without gaps.</summary>
internal static class SchemaNames<T>
    where T : struct, Enum
{
    private static readonly byte[][] PascalNames = Array.ConvertAll(Enum.GetNames<T>(), Encoding.UTF8.GetBytes);

    private static readonly byte[][] CamelNames = Array.ConvertAll(
        Enum.GetNames<T>(),
        name => Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(name))
    );

    public static ReadOnlySpan<byte> Pascal(T value) => PascalNames[Index(value)];

    public static ReadOnlySpan<byte> Camel(T value) => CamelNames[Index(value)];

    private static int Index(T value) => Unsafe.As<T, int>(ref value);
}
