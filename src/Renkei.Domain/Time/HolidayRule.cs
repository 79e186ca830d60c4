namespace Renkei.Domain.Time;

/// <summary>One national holiday, and the years in which one way of placing it holds.</summary>
/// <param name="Name">As in the Act.</param>
/// <param name="Years">Both ends are included.</param>
/// <param name="DayIn">Its day in one of these years.</param>
internal sealed record HolidayRule(LocalText Name, (int First, int Last) Years, Func<int, DateOnly> DayIn)
{
    public bool HoldsIn(int year) => year >= Years.First && year <= Years.Last;
}
