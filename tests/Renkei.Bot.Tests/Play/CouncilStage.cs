namespace Renkei.Bot.Tests.Play;

/// <summary>Where most tests of council features play: a bot of their own, and a council that is being prepared in it.</summary>
public abstract class CouncilStage : IAsyncLifetime
{
    private protected readonly TestBot bot = new();
    private protected readonly SampleCouncil council;

    protected CouncilStage() => council = new(bot);

    public virtual async Task InitializeAsync() => await council.AddAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();
}
