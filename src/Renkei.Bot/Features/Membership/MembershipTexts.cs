using Renkei.Domain;

namespace Renkei.Bot.Features.Membership;

/// <summary>The texts of first contact, places and roles.</summary>
internal static class MembershipTexts
{
    public static readonly LocalText Title = new("所属と役割", "My place and role");
    public static readonly LocalText Description = new(
        "どこで、どの役割で使っているかを確かめたり変えたりします",
        "See or change where you work and in which role"
    );
    public static readonly LocalText GreetingHeading = new("こんにちは、Renkei（連携）です", "Hello, I am Renkei");
    public static readonly LocalText GreetingWhat = new(
        "地域のケアのネットワークづくりを、4つの段階と35の取り組みに沿って一緒に進めます。だれに会うか、何を決めるか、次は何か。少しずつ答えるだけで記録が残り、異動があっても引き継げます。",
        "I help you build your region's care network along 4 stages and 35 activities: whom to meet, what to agree, what comes next. Answer a little at a time; the record stays, even when people move on."
    );
    public static readonly LocalText Patients = new(
        "患者さんやご家族が分かることは書かないでください。",
        "Please do not write anything that identifies patients or their families."
    );
    public static readonly LocalText AskRole = new(
        "はじめに、あなたのことを教えてください。",
        "First, please tell me about yourself."
    );
    public static readonly LocalText OnTheCard = new(
        "はじめに、お送りしたカードで役割を選んで「次へ」を押してください。",
        "First, please choose your role on the card I sent and press “Next”."
    );
    public static readonly LocalText Role = new("あなたの役割", "Your role");
    public static readonly LocalText RoleError = new("役割を一つ選んでください。", "Please choose one role.");
    public static readonly LocalText Prefecture = new("都道府県", "Prefecture");
    public static readonly LocalText PrefectureError = new("都道府県を選んでください。", "Please choose a prefecture.");
    public static readonly LocalText WhichPrefecture = new(
        "Renkei を複数の都道府県で使うようになりました。どの県の県本庁かを選ぶと、その県のことが見られます。",
        "Renkei is now used by several prefectures. Choose yours to see what concerns it."
    );
    public static readonly LocalText PrefectureUnknown = new(
        "まだ都道府県をうかがっていません",
        "Prefecture not known yet"
    );
    public static readonly LocalText AllPrefectures = new("すべての都道府県", "All prefectures");
    public static readonly LocalText Centre = new("保健所", "Health centre");
    public static readonly LocalText CentreError = new("保健所を選んでください。", "Please choose a health centre.");
    public static readonly LocalText Municipality = new("市町村", "Municipality");
    public static readonly LocalText MunicipalityError = new(
        "市町村を選んでください。",
        "Please choose a municipality."
    );
    public static readonly LocalText Next = new("次へ", "Next");
    public static readonly LocalText Back = new("戻る", "Back");
    public static readonly LocalText Register = new("これで始める", "Start");
    public static readonly LocalText Confirmed = new(
        "この役割は、すでにその役割の方が確認します。",
        "Somebody who already has this role confirms it."
    );
    public static readonly LocalText Place = new("所属", "Place");
    public static readonly LocalText Waiting = new("確認待ち", "Waiting for confirmation");
    public static readonly LocalText Change = new("変える", "Change");
    public static readonly LocalText AskAgain = new("もう一度お願いする", "Ask again");
    public static readonly LocalText Approve = new("確認する", "Confirm");
    public static readonly LocalText Decline = new("見送る", "Decline");
    public static readonly LocalText RequestHeading = new("役割の確認のお願い", "Please confirm a role");
    public static readonly LocalText Nobody = new(
        "（該当する方がまだいません。管理者にお知らせください）",
        "(nobody yet; please tell your administrator)"
    );
    public static readonly LocalText FirstInPersonalChat = new(
        "はじめに、Renkei との個人チャットで「こんにちは」と送って、所属と役割を教えてください。",
        "First, please say hello to Renkei in a personal chat and tell where you work and in which role."
    );
    public static readonly LocalText GroupGreeting = new(
        "Renkei（連携）です。ここでは @Renkei を付けて「段階チェック」「会議準備」「週次まとめ」と送ると、進み具合をみんなで見られます。答えるのは、それぞれの個人チャットでお願いします。",
        "I am Renkei. Mention me here with “stage check”, “councils” or “weekly summary”, and everybody can see how things stand. Please answer in your personal chat with me."
    );

    public static LocalText Welcome(string name) => new($"{name}さん、登録できました", $"{name}, you are registered");

    public static LocalText WelcomeBack(string name) => new($"{name}さん、こんにちは", $"Hello, {name}");

    public static LocalText RoleAsked(LocalText role, string who) =>
        new(
            $"「{role.Ja}」は確認が必要です。確認をお願いした方：{who}。済んだらここにお知らせします。",
            $"“{role.En}” needs confirmation. Asked: {who}. I will tell you here when it is done."
        );

    public static LocalText MeanwhileNurse(LocalText centre) =>
        new(
            $"それまでは{centre.Ja}の保健師として使えます。",
            $"Until then you can use Renkei as a nurse of {centre.En}."
        );

    public static LocalText Request(string name, LocalText role, LocalText? centre) =>
        new(
            $"{name}さんが{(centre is null ? "" : $"{centre.Ja}の")}「{role.Ja}」として使いたいそうです。心当たりがあれば確認してください。",
            $"{name} would like to use Renkei as {role.En}{(centre is null ? "" : $" of {centre.En}")}. Please confirm if you know about it."
        );

    public static LocalText Done(string name, LocalText role) =>
        new($"{name}さんを「{role.Ja}」として確認しました。", $"{name} is now confirmed as {role.En}.");

    public static LocalText DeclineDone(string name) =>
        new($"{name}さんの希望は見送りました。", $"The request of {name} was declined.");

    public static LocalText NotWaiting(string name) =>
        new($"{name}さんの希望は、もう処理されています。", $"The request of {name} has been dealt with already.");

    public static LocalText YouAreConfirmed(LocalText role, string by) =>
        new($"{by}さんが「{role.Ja}」として確認しました。", $"{by} confirmed you as {role.En}.");

    public static LocalText YouAreDeclined(LocalText role, string by) =>
        new(
            $"「{role.Ja}」の希望は見送られました。事情は{by}さんにお尋ねください。",
            $"Your request for {role.En} was declined. Please ask {by} why."
        );

    public static LocalText MayNotConfirm(LocalText role) =>
        new(
            $"この確認は「{role.Ja}」の方か管理者ができます。",
            $"This can be confirmed by a {role.En} or an administrator."
        );
}
