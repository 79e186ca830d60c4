using Renkei.Domain;

namespace Renkei.Bot.Features.Requests;

/// <summary>What is said about head office's channel.</summary>
internal static class DeskTexts
{
    public static readonly LocalText Title = new("本庁の窓口", "Head office's desk");
    public static readonly LocalText Description = new(
        "保健所の相談が届くチャネルを決めます（県本庁）",
        "Chooses the channel in which requests arrive (head office)"
    );
    public static readonly LocalText Ask = new("ここを本庁の窓口にしますか", "Make this head office's desk?");
    public static readonly LocalText Means = new(
        "保健所からの相談がここに届きます。ここにいる方は全員、内容を読めます。今開いている相談もここに出ます。",
        "Requests of the health centres will appear here, and everybody in here can read them. Those that are open now appear too."
    );
    public static readonly LocalText Make = new("ここを窓口にする", "Make it the desk");
    public static readonly LocalText Move = new("窓口をここに移す", "Move the desk here");
    public static readonly LocalText IsHere = new("保健所からの相談は、ここに届きます。", "Requests arrive here.");
    public static readonly LocalText Stop = new("窓口をやめる", "Stop this");
    public static readonly LocalText AskStop = new("窓口をやめますか", "Stop the desk?");
    public static readonly LocalText StopMeans = new(
        "これからの相談は、県本庁の方それぞれの個人チャットに届きます。ここに出ているカードは、このまま使えます。",
        "From now on each person of head office gets requests in their own chat. Cards that are here go on working."
    );
    public static readonly LocalText Stopped = new(
        "窓口をやめました。これからの相談は、県本庁の方それぞれの個人チャットに届きます。",
        "The desk is closed. From now on each person of head office gets requests in their own chat."
    );
    public static readonly LocalText Made = new("ここを窓口にしました。", "This is the desk now.");
    public static readonly LocalText OnlyHeadOffice = new(
        "窓口を決められるのは県本庁の方です。",
        "Only head office chooses its desk."
    );
    public static readonly LocalText HowTo = new(
        "窓口にしたいチャネルで「@Renkei ここを本庁の窓口にする」と送ってください。",
        "In the channel that shall be the desk, send “@Renkei make this the head office desk”."
    );
    public static readonly LocalText None = new(
        "まだ決まっていません。相談は県本庁の方それぞれの個人チャットに届きます。",
        "Not chosen yet. Each person of head office gets requests in their own chat."
    );
    public static readonly LocalText Unknown = new("名前の分からないチャネル", "A channel without a name");

    public static LocalText Elsewhere(string name) => new($"今の窓口は「{name}」です。", $"The desk is “{name}” now.");

    public static LocalText SetBy(string who, string day) =>
        new($"{day}に{who}さんが決めました。", $"Chosen by {who}, {day}.");
}
