using Renkei.Domain;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Features.Participants;

/// <summary>What the cards of participants say.</summary>
internal static class ParticipantTexts
{
    public static readonly LocalText Add = new("参集者を足す", "Add people");
    public static readonly LocalText AddFromSector = new("この分野から足す", "Add from this field");
    public static readonly LocalText AddChosen = new("選んだ人を足す", "Add those chosen");
    public static readonly LocalText AddNew = new("新しい人を書く", "Enter somebody new");
    public static readonly LocalText AddThis = new("この人を足す", "Add this person");
    public static readonly LocalText Edit = new("変える", "Change");
    public static readonly LocalText Remove = new("参集者から外す", "Take off the list");
    public static readonly LocalText Back = new("参集者の一覧へ", "Back to the participants");
    public static readonly LocalText Person = new("参集者", "Participant");
    public static readonly LocalText OtherSector = new("ほかの分野を見る", "Show another field");
    public static readonly LocalText FromTheStart = new("はじめから見る", "From the start");

    public static readonly LocalText NobodyYet = new(
        "参集者はまだいません。来てほしい分野から足していきましょう。前に呼んだ方は名簿から選べます。",
        "Nobody is on the list yet. Begin with the fields you need; people invited before can be chosen."
    );
    public static readonly LocalText NotYet = new("まだいません", "nobody yet");
    public static readonly LocalText Needed = new("必要", "needed");
    public static readonly LocalText Account = new("Teamsでお知らせ", "told in Teams");
    public static readonly LocalText NoContact = new("連絡先がまだありません", "no way to reach them yet");
    public static readonly LocalText Waiting = new("返事待ち", "no answer yet");
    public static readonly LocalText Yes = new("出席", "comes");
    public static readonly LocalText No = new("欠席", "does not come");
    public static readonly LocalText Maybe = new("未定", "not sure");
    public static readonly LocalText InPersonalChat = new(
        "連絡先を見たり、参集者を変えたりするのは、個人チャットでお願いします。",
        "Please see contacts and change the list in your personal chat."
    );
    public static readonly LocalText ToPersonalChat = new("個人チャットへ", "Personal chat");

    public static readonly LocalText Who = new(
        "足す人（前に呼んだ方と、Renkeiに登録している方）",
        "Who (people invited before and people registered in Renkei)"
    );
    public static readonly LocalText NobodyKnown = new(
        "この分野で選べる方は、もういません。新しい人を書くと、次の会議から名簿で選べます。",
        "There is nobody else to choose in this field. Whoever you enter can be chosen next time."
    );
    public static readonly LocalText NobodyChosen = new(
        "足す人を選んでください。いないときは「新しい人を書く」で足せます。",
        "Choose who is to be added, or enter somebody new."
    );
    public static readonly LocalText ChooseAgain = new(
        "選んだ方が見つかりませんでした。もう一度選んでください。",
        "Whom you chose was not found. Please choose again."
    );
    public static readonly LocalText AlreadyThere = new("もう一覧に入っています。", "Already on the list.");

    public static readonly LocalText SectorLabel = new("分野", "Field");
    public static readonly LocalText SectorError = new("分野を選んでください。", "Choose a field.");
    public static readonly LocalText Organisation = new("所属", "Organisation");
    public static readonly LocalText OrganisationPlaceholder = new(
        "例：東部医師会",
        "e.g. Eastern medical association"
    );
    public static readonly LocalText OrganisationError = new(
        $"所属を{Participant.NameLength}文字までで書いてください。",
        $"Enter the organisation in up to {Participant.NameLength} characters."
    );
    public static readonly LocalText Name = new("名前か役職（あとからでも）", "Name or post (may follow later)");
    public static readonly LocalText NamePlaceholder = new("例：事務局長", "e.g. secretary-general");
    public static readonly LocalText NameError = new(
        $"名前は{Participant.NameLength}文字までで書いてください。",
        $"The name may have up to {Participant.NameLength} characters."
    );
    public static readonly LocalText Email = new("メール", "Mail");
    public static readonly LocalText EmailError = new(
        "メールは「名前@example.jp」の形で、1つだけ書いてください。",
        "Enter one mail address, like name@example.jp."
    );
    public static readonly LocalText Telephone = new("電話", "Telephone");
    public static readonly LocalText TelephoneError = new(
        $"電話は数字とハイフンで、{ParticipantContact.TelephoneLength}文字までで書いてください（例：0123-45-6789、0123-45-6789 内線12）。",
        $"Enter the telephone number in digits and hyphens, up to {ParticipantContact.TelephoneLength} characters, e.g. 0123-45-6789."
    );
    public static readonly LocalText HasAccount = new(
        "Renkeiに登録している方です。お知らせはTeamsに送ります。",
        "Registered in Renkei: messages are sent in Teams."
    );
    public static readonly LocalText AnotherPerson = new(
        "別の方に替わるときは、この方を外してから足してください。案内と出欠は、この方の分が残ります。",
        "If somebody else comes instead, take this person off and add the other: invitation and answer belong to this one."
    );
    public static readonly LocalText Gone = new(
        "この方はもう一覧にいません。",
        "This person is not on the list any more."
    );
    public static readonly LocalText Saved = new("保存しました。", "Saved.");

    public static readonly LocalText TooMany = new(
        $"参集者は{Council.MostParticipants}名までです。来ない方を外してから足してください。",
        $"A council has at most {Council.MostParticipants} participants. Take somebody off first."
    );

    public static LocalText SameThere(string label) =>
        new(
            $"「{label}」はもう一覧にいます。別の方なら、名前か役職で分かるように書いてください。",
            $"“{label}” is on the list already. If this is somebody else, tell them apart by name or post."
        );

    public static LocalText AddedBy(string who) => new($"{who}さんが追加", $"added by {who}");

    public static LocalText Added(string label) => new($"「{label}」を足しました。", $"Added “{label}”.");

    public static LocalText AddedMany(int count) =>
        new($"{count}名を足しました。", $"Added {English.Count(count, "person", "people")}.");

    public static LocalText Linked(int count) =>
        new(
            $"一覧の{count}名に、これからはTeamsでお知らせします。",
            $"{English.Count(count, "person on the list is", "people on the list are")} told in Teams from now on."
        );

    public static LocalText NotFound(int count) =>
        new($"{count}名は見つかりませんでした。", $"{English.Count(count, "was", "were")} not found.");

    public static LocalText Removed(string label) => new($"「{label}」を外しました。", $"Took “{label}” off the list.");

    public static LocalText RemovedInvited(string label) =>
        new(
            $"「{label}」を外しました。案内のあとなので、外したことは直接お伝えください。",
            $"Took “{label}” off the list. They had been invited, so please tell them yourself."
        );

    public static LocalText Restored(string label) => new($"「{label}」を元に戻しました。", $"“{label}” is back.");

    public static LocalText Count(int people, int answered) =>
        answered == 0
            ? new($"{people}名", English.Count(people, "person", "people"))
            : new($"{people}名（出席{answered}名）", $"{English.Count(people, "person", "people")}, {answered} coming");

    public static LocalText AlsoUsual(string sectors) =>
        new($"ほかによく来てもらう分野：{sectors}", $"Often invited as well: {sectors}");

    public static LocalText More(int count) => new($"足して、続きの{count}名を見る", $"Add and show {count} more");
}
