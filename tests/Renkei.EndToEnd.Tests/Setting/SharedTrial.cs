namespace Renkei.EndToEnd.Tests.Setting;

/// <summary>One room for the tests that leave bot, clock and connection alone; each works on themes of its own.</summary>
public sealed class SharedTrial : IAsyncLifetime
{
    private TrialRoom? trial;

    internal TrialRoom Trial => trial ?? throw new InvalidOperationException("The room has not been started.");

    public async Task InitializeAsync() => trial = await TrialRoom.StartAsync();

    public async Task DisposeAsync()
    {
        if (trial is not null)
        {
            await trial.DisposeAsync();
        }
    }
}

/// <summary>The tests that share a room.</summary>
[CollectionDefinition(nameof(SharedTrial))]
public sealed class SharedTrialUsers : ICollectionFixture<SharedTrial>;
