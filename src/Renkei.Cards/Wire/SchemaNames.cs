using System.Text.Json;

namespace Renkei.Cards.Wire;

/// <summary>The schema's spelling of an enumeration's members, encoded once. Members are numbered from zero without gaps.</summary>
internal static class SchemaNames<T>
    where T : struct, Enum
{
    private static readonly JsonEncodedText[] PascalNames = Array.ConvertAll(
        Enum.GetNames<T>(),
        name => JsonEncodedText.Encode(name)
    );

    private static readonly JsonEncodedText[] CamelNames = Array.ConvertAll(
        Enum.GetNames<T>(),
        name => JsonEncodedText.Encode(JsonNamingPolicy.CamelCase.ConvertName(name))
    );

    public static JsonEncodedText Pascal(T value) => PascalNames[Index(value)];

    public static JsonEncodedText Camel(T value) => CamelNames[Index(value)];

    private static int Index(T value) => System.Runtime.CompilerServices.Unsafe.As<T, int>(ref value);
}
