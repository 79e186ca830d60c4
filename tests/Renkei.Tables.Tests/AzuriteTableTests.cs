using Renkei.Tables.Azure;
using Renkei.Testing;

namespace Renkei.Tables.Tests;

/// <summary>One Azurite for all tests that need no outage.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? azurite;

    public string ConnectionString => this.azurite!.ConnectionString;

    public async Task InitializeAsync() =>
        this.azurite = await AzuriteProcess.StartAsync(folder: null, CancellationToken.None);

    public async Task DisposeAsync() => await this.azurite!.DisposeAsync();
}

public sealed class AzuriteTableTests(AzuriteFixture azurite) : TableContract, IClassFixture<AzuriteFixture>
{
    protected override Task<ITable> CreateAsync() =>
        Task.FromResult<ITable>(
            new AzureTable(
                azurite.ConnectionString,
                $"t{Guid.NewGuid():N}",
                new AzureTableOptions(),
                TimeProvider.System
            )
        );

    public override Task DisposeAsync() => Task.CompletedTask;
}
