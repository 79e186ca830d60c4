using System.Globalization;

namespace Renkei.Tables.Sqlite;

/// <summary>Versions are numbers from one counter of the file, so none comes twice, whatever was deleted in between.</summary>
internal static class RowVersion
{
    public static RowETag ToETag(long version) => new(version.ToString(CultureInfo.InvariantCulture));

    /// <exception cref="ArgumentException">This store never gave that version out.</exception>
    public static long Parse(RowETag etag) =>
        long.TryParse(etag.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long version)
            ? version
            : throw new ArgumentException("This version was not given out by the SQLite store.", nameof(etag));
}
