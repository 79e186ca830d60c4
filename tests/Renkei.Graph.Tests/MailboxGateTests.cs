namespace Renkei.Graph.Tests;

public sealed class MailboxGateTests
{
    private readonly MailboxGate gate = new(4);

    [Fact]
    public async Task Enter_Full_WaitsForAPlace()
    {
        IDisposable[] places = [.. await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EnterAsync(1)))];
        Task<IDisposable> fifth = EnterAsync(1);

        Assert.False(fifth.IsCompleted);
        places[2].Dispose();
        await fifth;
    }

    [Fact]
    public async Task Enter_Batch_WaitsUntilAllPlacesAreFreeAndIsNotOvertaken()
    {
        IDisposable one = await EnterAsync(1);
        Task<IDisposable> batch = EnterAsync(20);
        Task<IDisposable> late = EnterAsync(1);

        Assert.False(batch.IsCompleted);
        Assert.False(late.IsCompleted);
        one.Dispose();
        IDisposable inside = await batch;
        Assert.False(late.IsCompleted);
        inside.Dispose();
        await late;
    }

    [Fact]
    public async Task Enter_WaiterGivesUp_LetsTheNextOneIn()
    {
        IDisposable one = await EnterAsync(2);
        using CancellationTokenSource impatient = new();
        Task<IDisposable> batch = gate.EnterAsync(4, impatient.Token);
        Task<IDisposable> small = EnterAsync(2);

        Assert.False(small.IsCompleted);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch);
        (await small).Dispose();
        one.Dispose();
        // Nothing was lost: all four places are there again.
        await EnterAsync(4);
    }

    [Fact]
    public async Task Dispose_Twice_GivesBackOnce()
    {
        IDisposable one = await EnterAsync(3);
        one.Dispose();
        one.Dispose();
        await EnterAsync(4);

        Assert.False(EnterAsync(1).IsCompleted);
    }

    private Task<IDisposable> EnterAsync(int places) => gate.EnterAsync(places, CancellationToken.None);
}
