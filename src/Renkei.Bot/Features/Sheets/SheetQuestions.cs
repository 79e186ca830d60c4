using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Sheets;

/// <summary>
/// Questions to start from: what municipalities and partners were asked in the report's interviews (the area they want, what helped, how far it is and
/// where it is hard, who should do what), in our words, and one that belongs to the kind of meeting.
/// </summary>
internal static class SheetQuestions
{
    private static readonly LocalText[] General =
    [
        new("この地域が、どんな地域であってほしいと思いますか。", "What should this area be like, as you see it?"),
        new(
            "いま取り組んでいることの進み具合と、困っていることを教えてください。",
            "How far is what you are working on, and where is it hard?"
        ),
        new(
            "これまでの保健所の手伝いで、役に立ったことは何ですか。",
            "What has the health centre done so far that really helped?"
        ),
        new(
            "保健所に期待することと、ご自分のところで受け持てることを教えてください。",
            "What do you expect of the health centre, and what can you take on yourselves?"
        ),
    ];

    private static readonly Dictionary<string, LocalText> OfKind = new(StringComparer.Ordinal)
    {
        ["area"] = new(
            "管内で、いちばん先に一緒に取り組みたい課題は何ですか。",
            "Which issue of the area should we tackle together first?"
        ),
        ["prefecture"] = new(
            "県に伝えたい、圏域の課題は何ですか。",
            "Which issues of your area should the prefecture hear of?"
        ),
        ["one-to-one"] = new(
            "今年度、いちばん相談したいことは何ですか。",
            "What do you most want to talk about this year?"
        ),
        ["discharge"] = new(
            "退院の連絡は、いつ・だれから・どんな形で来ますか（しますか）。困った場面も教えてください。",
            "When, from whom and how do you hear of a discharge (or tell of it)? Where did it go wrong?"
        ),
        ["intractable"] = new(
            "難病の方を支えるうえで、足りないもの、つながりにくいものは何ですか。",
            "What is missing, or hard to reach, in supporting people with intractable diseases?"
        ),
        ["dementia"] = new(
            "認知症の方への早めの気づきと支援で、つながりにくいのはどこですか。",
            "Where do the links fail in noticing dementia early and supporting people?"
        ),
        ["palliative"] = new(
            "自宅での看取りや痛みの緩和で、むずかしかったのはどんなときですか（個人が分からないように）。",
            "When was dying at home, or easing pain there, difficult? (Nothing that tells who it was.)"
        ),
        ["rehabilitation"] = new(
            "リハビリが途切れると感じるのは、どの場面ですか。",
            "At which point does rehabilitation break off?"
        ),
        ["medical-plan"] = new(
            "圏域の医療の計画と現場が合わないと感じるのは、どこですか。",
            "Where does the area's medical plan not fit what you see?"
        ),
        ["medical-association"] = new(
            "医師会と市町村で一緒に進めたいことと、その妨げになっていることは何ですか。",
            "What should the association and the municipality do together, and what is in the way?"
        ),
        ["exchange"] = new(
            "ほかの機関に紹介したい取り組みと、聞いてみたいことは何ですか。",
            "What would you like to show the others, and what would you like to ask?"
        ),
        ["training"] = new(
            "この研修で、何ができるようになりたいですか。",
            "What do you want to be able to do after this training?"
        ),
        ["group-exchange"] = new(
            "話し合いたいテーマと、その理由を教えてください。",
            "Which theme do you want to talk about, and why?"
        ),
    };

    /// <summary>All of them, as they are stored.</summary>
    public static IEnumerable<string> All => General.Concat(OfKind.Values).Select(q => q.Ja);

    /// <summary>For a kind of meeting, its own question first; as they are stored.</summary>
    public static IReadOnlyList<string> For(CouncilTemplate template) =>
        OfKind.TryGetValue(template.Code, out LocalText? own)
            ? [own.Ja, .. General.Select(q => q.Ja)]
            : [.. General.Select(q => q.Ja)];

    /// <summary>A stored question in the reader's language: ours as long as nobody changed it, otherwise as it was written.</summary>
    public static string Worded(string stored, Language language) =>
        General.Concat(OfKind.Values).FirstOrDefault(q => q.Ja == stored)?.In(language) ?? stored;
}
