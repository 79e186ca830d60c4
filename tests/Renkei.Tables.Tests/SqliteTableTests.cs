using Renkei.Tables.Sqlite;

namespace Renkei.Tables.Tests;

public sealed class SqliteTableTests : TableContract
{
    private readonly TemporaryFolder _folder = new();
    private SqliteTable? _table;

    protected override Task<ITable> CreateAsync()
    {
        _table = new SqliteTable(new SqliteTableOptions { Path = _folder.File("renkei.db") });
        return Task.FromResult<ITable>(_table);
    }

    public override async Task DisposeAsync()
    {
        await _table!.DisposeAsync();
        _folder.Dispose();
    }
}
