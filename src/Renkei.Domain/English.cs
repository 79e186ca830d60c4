using System.Globalization;

namespace Renkei.Domain;

/// <summary>What English needs and Japanese does not.</summary>
public static class English
{
    /// <summary>A number with its noun: <c>1 reply</c>, <c>2 replies</c>, <c>0 replies</c>.</summary>
    /// <param name="count">The number.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for all other numbers; <paramref name="one"/> with an s where left out.</param>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? $"{one}s")}");
}
