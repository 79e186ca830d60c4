using Renkei.Tables.Sqlite;

namespace Renkei.Tables.Tests;

public sealed class SqliteTableTests : TableContract
{
    private readonly TemporaryFolder folder = new();
    private SqliteTable? table;

    protected override Task<ITable> CreateAsync()
    {
        table = new SqliteTable(new SqliteTableOptions { Path = folder.File("renkei.db") });
        return Task.FromResult<ITable>(table);
    }

    public override async Task DisposeAsync()
    {
        await table!.DisposeAsync();
        folder.Dispose();
    }
}
