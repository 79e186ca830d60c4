namespace Renkei.Bot.Workbooks;

/// <summary>What stands in one cell of a table, as the value it is.</summary>
internal abstract record Cell
{
    private Cell() { }

    /// <summary>Nothing.</summary>
    public static Cell None { get; } = new Nothing();

    /// <summary>A text; nothing where it is empty.</summary>
    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? None : new Text(text);

    /// <summary>A whole number.</summary>
    public static Cell Of(int number) => new Number(number);

    /// <summary>A day in Japan; nothing where there is none.</summary>
    public static Cell Of(DateOnly? day) => day is { } set ? new Day(set) : None;

    /// <summary>A moment, shown in Japan's time to the minute; nothing where there is none.</summary>
    public static Cell Of(DateTimeOffset? instant) => instant is { } set ? new Moment(set) : None;

    /// <summary>A time of day; nothing where there is none.</summary>
    public static Cell Of(TimeOnly? time) => time is { } set ? new Clock(set) : None;

    /// <summary>An empty cell.</summary>
    internal sealed record Nothing : Cell;

    /// <summary>Shown as it is, never taken for a formula.</summary>
    internal sealed record Text(string Value) : Cell;

    /// <summary>Counts and adds up.</summary>
    internal sealed record Number(int Value) : Cell;

    /// <summary>Sorts and filters as a date.</summary>
    internal sealed record Day(DateOnly Value) : Cell;

    /// <summary>Sorts and filters as date and time.</summary>
    internal sealed record Moment(DateTimeOffset Value) : Cell;

    /// <summary>Sorts and filters as a time.</summary>
    internal sealed record Clock(TimeOnly Value) : Cell;
}
