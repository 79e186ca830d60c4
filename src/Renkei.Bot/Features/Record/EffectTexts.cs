using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Record;

/// <summary>What the card says about a council's meaning for its theme.</summary>
internal static class EffectTexts
{
    public static readonly LocalText Heading = new("取り組みに反映する", "What it means for the theme");
    public static readonly LocalText HowTo = new(
        "この会議で進んだと言えそうな項目です。合っているものだけ押してください。",
        "These lines seem to have moved with this meeting. Press those that are true."
    );
    public static readonly LocalText Nothing = new(
        "この会議から新しく「実施中」にできる項目はありません。もう進んでいるか、まだ根拠がそろっていません。",
        "No line can newly be set to “in progress” from this meeting: either it is already, or there is no ground for it yet."
    );
    public static readonly LocalText NoTheme = new(
        "この会議には取り組みが結びついていません。「目的とテーマ」で選べます。",
        "This council serves no theme. You can choose one under “Purpose and theme”."
    );
    public static readonly LocalText ThemeGone = new(
        "結びついていた取り組みが見つかりませんでした。",
        "The theme this council served was not found."
    );
    public static readonly LocalText NotYourTheme = new(
        "この取り組みに答えられるのは、その保健所の保健師と調整役の方です。",
        "Only nurses and coordinators of its health centre can answer this theme."
    );
    public static readonly LocalText Set = new("実施中にする", "Set to in progress");
    public static readonly LocalText ToWalk = new("取り組みを開く", "Open the theme");
    public static readonly LocalText Undone = new("元に戻しました。", "Taken back.");
    public static readonly LocalText NotUndone = new(
        "その後ほかの保存があったので、戻していません。",
        "It changed since, so it was left as it is."
    );

    public static LocalText WasSet(string source) =>
        new($"{source} を「実施中」にしました。", $"{source} is in progress now.");

    public static LocalText StaysAs(string source, LocalText status) =>
        new($"{source} はもう「{status.Ja}」です。", $"{source} is “{status.En}” already.");

    public static LocalText Now(LocalText status) => new($"いま「{status.Ja}」", $"now “{status.En}”");

    /// <summary>The note that is left with the line.</summary>
    public static LocalText Note(string title, string day, CouncilEffectReason reason) =>
        reason switch
        {
            CouncilEffectReason.DirectionDecided => new($"{title}（{day}）で合意", $"Agreed at {title} ({day})"),
            CouncilEffectReason.RolesAgreed => new($"{title}（{day}）で役割を合意", $"Roles agreed at {title} ({day})"),
            _ => new($"{title}（{day}）を開催", $"{title} took place ({day})"),
        };

    /// <summary>Why a line seems to have moved.</summary>
    public static LocalText Because(CouncilEffect effect)
    {
        int n = effect.Count;
        return effect.Reason switch
        {
            CouncilEffectReason.PartnersMet => new(
                $"{n}分野の方が集まって話しました",
                $"people of {English.Count(n, "sector")} met and talked"
            ),
            CouncilEffectReason.PeopleConsulted => new(
                "呼ぶ人を、市町村や関係者に相談して決めました",
                "whom to invite was settled with municipalities and partners"
            ),
            CouncilEffectReason.KeyPeopleVisited => new(
                "要となる方を訪ねて、趣旨を話しました",
                "the key people were visited and told what it is about"
            ),
            CouncilEffectReason.IssueShown => new(
                "課題を図や表にして示しました",
                "the issue was put into charts and figures"
            ),
            CouncilEffectReason.ViewShared => new(
                $"振り返りで、課題の見方がそろったと答えています（{n}/4）",
                $"the review says that people see the issue alike ({n} of 4)"
            ),
            CouncilEffectReason.WorkTold => new(
                $"{n}か所から前もって様子を聞き、持ち寄りました",
                $"{n} told beforehand how things stand with them"
            ),
            CouncilEffectReason.ResidentsHeard => new("住民の方が出席しました", "residents took part"),
            CouncilEffectReason.HeadOfficeHeard => new("県本庁の方が出席しました", "head office took part"),
            CouncilEffectReason.MunicipalitiesMet => new(
                $"{n}人の市町村の方が顔を合わせました",
                $"{English.Count(n, "person", "people")} of municipalities met"
            ),
            CouncilEffectReason.TrainingHeld => new("研修を開きました", "the training took place"),
            CouncilEffectReason.WaysDiscussed => new(
                $"話し合って、{n}件のことを決めました",
                $"it was talked through, with {Things(n)} decided"
            ),
            CouncilEffectReason.DirectionDecided => new($"{n}件のことを決めました", $"{Things(n)} decided"),
            CouncilEffectReason.RolesAgreed => new(
                $"{n}か所の役割を、期限つきで決めました",
                $"roles of {n} were agreed, with due dates"
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.Reason, "No such reason."),
        };
    }

    private static string Things(int count) => English.Count(count, "thing");
}
