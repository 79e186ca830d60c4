using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Text;

namespace Renkei.Bot.Conversation;

/// <summary>
/// The question before free text that may tell who a patient is gets stored (R5): the card comes back filled in, with a button that
/// removes it (<c>ok</c> = <see cref="Remove"/>) and one that says it is none (<c>ok</c> = <see cref="Keep"/>).
/// </summary>
internal static class PersonalDataQuestion
{
    /// <summary>Value of <c>ok</c>: store the texts without what may be personal data.</summary>
    public const string Remove = "remove";

    /// <summary>Value of <c>ok</c>: the person says that it is no personal data.</summary>
    public const string Keep = "keep";

    public static readonly LocalText NotPersonal = new("個人情報ではない", "Not personal data");
    public static readonly LocalText RemoveAndSave = new("消して保存", "Remove and save");

    private static readonly LocalText Question = new(
        "個人が分かりそうな内容があります（{0}）。記録は異動後も残り、ほかの方も見ます。消してから保存してください。",
        "This may identify a person ({0}). The record stays and others read it. Please remove it before saving."
    );

    /// <summary>What the card asks about these texts, or <see langword="null"/> where there is nothing to ask.</summary>
    /// <param name="turn">Whose language it is in.</param>
    /// <param name="texts">What is typed now and was not stored like this before: nothing is asked about twice.</param>
    public static string? About(BotTurn turn, IEnumerable<string> texts)
    {
        string[] kinds =
        [
            .. texts.SelectMany(PersonalData.Find).Select(f => f.Kind).Distinct().Select(k => turn.In(NameOf(k))),
        ];
        return kinds.Length == 0
            ? null
            : string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                turn.In(Question),
                string.Join(turn.In(CommonTexts.ListComma), kinds)
            );
    }

    /// <summary>The buttons that store: the usual one, or, while the question stands on the card, its two answers and no other.</summary>
    /// <param name="language">Of the card.</param>
    /// <param name="save">What the usual button says.</param>
    /// <param name="verb">What stores.</param>
    /// <param name="data">What every one of them carries.</param>
    /// <param name="asks">Whether the question stands on the card.</param>
    public static IReadOnlyList<ExecuteAction> Buttons(
        Language language,
        LocalText save,
        string verb,
        ActionData data,
        bool asks
    ) =>
        asks
            ?
            [
                new(RemoveAndSave.In(language), verb, data.With("ok", Remove)),
                new(NotPersonal.In(language), verb, data.With("ok", Keep)),
            ]
            : [new(save.In(language), verb, data)];

    private static LocalText NameOf(PersonalDataKind kind) =>
        kind switch
        {
            PersonalDataKind.PhoneNumber => new("電話番号のような数字", "what looks like a phone number"),
            PersonalDataKind.MyNumber => new("マイナンバーのような数字", "what looks like a My Number"),
            PersonalDataKind.DateOfBirth => new("生年月日", "a date of birth"),
            PersonalDataKind.Address => new("住所", "an address"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
        };
}
