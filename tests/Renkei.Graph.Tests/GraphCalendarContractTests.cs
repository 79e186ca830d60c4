namespace Renkei.Graph.Tests;

/// <summary>The calendar's promises, kept by Graph's client in front of its double.</summary>
public sealed class GraphCalendarContractTests : CalendarContract
{
    private protected override Task<ICalendarWorld> CreateAsync() => Task.FromResult<ICalendarWorld>(new GraphWorld());
}
