using System.Text.Json;
using System.Text.Json.Serialization;

namespace Renkei.Room;

/// <summary>Writes an enum as its name in camel case and reads names only, never numbers.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, false)
    where T : struct, Enum;
