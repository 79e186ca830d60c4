using Renkei.Domain.Text;

namespace Renkei.Domain.Tests.Text;

/// <summary>A vocabulary of the size and likeness that the bot has.</summary>
internal static class SampleCommands
{
    public static IReadOnlyList<Command<string>> All { get; } =
    [
        new("help", ["ヘルプ", "使い方", "できること", "メニュー", "help", "menu", "what can you do"]),
        new("continue", ["続き", "続きから", "再開", "continue", "resume"]),
        new("checklist", ["段階チェック", "チェックリスト", "進捗", "checklist", "stage check"]),
        new(
            "newTheme",
            ["新しい取り組み", "取り組みを作る", "取り組み登録", "new theme", "add theme"],
            TakesText: true
        ),
        new("themes", ["取り組み一覧", "取り組みの一覧", "テーマ一覧", "themes", "theme list"]),
        new("council", ["会議準備", "会議の準備", "協議の場", "council", "prepare a meeting"], TakesText: true),
        new("schedule", ["日程調整", "日程を決める", "schedule", "find a date"]),
        new("summary", ["週次まとめ", "週まとめ", "今週のまとめ", "weekly summary", "summary"]),
        new("request", ["本庁に相談", "県本庁に相談", "ask head office"], TakesText: true),
        new("note", ["メモ", "記録", "活動記録", "note", "log"], TakesText: true),
        new("handover", ["引き継ぎ", "引継ぎ", "人事異動", "handover"]),
        new("settings", ["設定", "所属を変える", "settings", "profile"]),
        new("tasks", ["やること", "宿題", "タスク", "tasks", "to do"]),
    ];

    public static CommandMatcher<string> Matcher { get; } = new(All);
}
