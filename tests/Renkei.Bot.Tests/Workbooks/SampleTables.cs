using Renkei.Bot.Workbooks;
using Renkei.Domain;

namespace Renkei.Bot.Tests.Workbooks;

/// <summary>A workbook with everything that is hard to write.</summary>
internal static class SampleTables
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 21, 0, 5, 40, TimeSpan.Zero);

    public static Workbook Of(Language language) => new("退院支援 & 連携", language, Morning, [Hard, Second]);

    /// <summary>Formulas, line ends, quotation marks, characters beyond the basic plane, control characters, dates at the edges.</summary>
    public static SheetTable Hard { get; } =
        new(
            "段階チェック",
            [new("取り組み", 30), new("日付", 18), new("記録した日時", 17), new("人数", 8), new("始まり", 8)],
            [
                [
                    Cell.Of("参集者を、\"市町村\"と\r\n決める"),
                    Cell.Of(new DateOnly(2026, 12, 4)),
                    Cell.Of(Morning),
                    Cell.Of(12),
                    Cell.Of(new TimeOnly(14, 0)),
                ],
                [Cell.Of("=1+1"), Cell.Of(new DateOnly(2028, 2, 29)), Cell.None, Cell.Of(-3), Cell.None],
                [Cell.Of("＝HYPERLINK(1)"), Cell.None, Cell.None, Cell.Of(0), Cell.None],
                [Cell.Of("-3"), Cell.None, Cell.None, Cell.None, Cell.None],
                [Cell.Of("@SUM(A1)"), Cell.None, Cell.None, Cell.None, Cell.None],
                [Cell.Of("+81"), Cell.None, Cell.None, Cell.None, Cell.None],
                [Cell.Of("𠮟る😀\u0001\ud800"), Cell.None, Cell.None, Cell.None, Cell.None],
                [Cell.Of("  前の空白 <a> & b"), Cell.None, Cell.None, Cell.None, Cell.None],
            ]
        );

    private static SheetTable Second { get; } =
        new(
            "履歴 (すべて)",
            [new("だれが", 14)],
            [
                [Cell.Of("佐藤 美咲")],
            ]
        );
}
