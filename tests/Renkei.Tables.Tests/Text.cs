using System.Text;

namespace Renkei.Tables.Tests;

/// <summary>Documents and keys as the tests write them.</summary>
internal static class Text
{
    public const string Partition = "p";

    public static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    public static string Of(TableRow? row) => Encoding.UTF8.GetString(row!.Body.Span);

    public static RowKey Key(string row) => new(Partition, row);

    public static TableChange.Insert Insert(string row, string json = "{}") => new(Key(row), Utf8(json));

    public static TableChange.Put Put(string row, string json = "{}") => new(Key(row), Utf8(json));

    public static TableChange.Replace Replace(string row, RowETag version, string json = "{}") =>
        new(Key(row), Utf8(json), version);

    public static TableChange.Delete Delete(string row, RowETag version) => new(Key(row), version);

    public static async Task<RowETag> CommitAsync(this ITable table, TableChange change) =>
        (await table.CommitAsync([change], CancellationToken.None))[0];

    public static async Task<TableRow?> FindAsync(this ITable table, string row) =>
        await table.FindAsync(Key(row), CancellationToken.None);

    public static async Task<List<string>> RowsAsync(this ITable table, TableQuery query)
    {
        List<string> rows = [];
        await foreach (TableRow row in table.QueryAsync(query, CancellationToken.None))
        {
            rows.Add(row.Key.Row);
        }

        return rows;
    }
}
