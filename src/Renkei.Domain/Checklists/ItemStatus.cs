namespace Renkei.Domain.Checklists;

/// <summary>The five states of a checklist line (R7). Their order is the order of progress; not applicable stands apart.</summary>
public enum ItemStatus
{
    /// <summary>未着手</summary>
    NotStarted,

    /// <summary>準備中</summary>
    Preparing,

    /// <summary>実施中</summary>
    InProgress,

    /// <summary>定着</summary>
    Established,

    /// <summary>対象外; needs a reason.</summary>
    NotApplicable,
}

/// <summary>Names and codes of the states.</summary>
public static class ItemStatuses
{
    private const string Codes = "npiex";

    /// <summary>All states in the order in which they are offered.</summary>
    public static IReadOnlyList<ItemStatus> All { get; } = Enum.GetValues<ItemStatus>();

    /// <summary>The name people see.</summary>
    public static LocalText Name(this ItemStatus status) =>
        status switch
        {
            ItemStatus.NotStarted => new("未着手", "Not started"),
            ItemStatus.Preparing => new("準備中", "Preparing"),
            ItemStatus.InProgress => new("実施中", "In progress"),
            ItemStatus.Established => new("定着", "Established"),
            ItemStatus.NotApplicable => new("対象外", "Not applicable"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such state."),
        };

    /// <summary>One letter, for card data and rows: n, p, i, e, x. Never changes.</summary>
    public static char Code(this ItemStatus status) => Codes[(int)status];

    /// <summary>The state of a letter, or <see langword="null"/> for any other text.</summary>
    public static ItemStatus? FromCode(string? code) =>
        code is { Length: 1 } && Codes.IndexOf(code[0], StringComparison.Ordinal) is >= 0 and int at
            ? (ItemStatus)at
            : null;

    /// <summary>Whether the stage rule (R9) counts it as reached: at least 実施中.</summary>
    public static bool IsReached(this ItemStatus status) => status is ItemStatus.InProgress or ItemStatus.Established;
}
