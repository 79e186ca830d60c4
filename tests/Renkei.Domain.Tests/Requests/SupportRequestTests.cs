using Renkei.Domain.People;
using Renkei.Domain.Requests;
using Renkei.Domain.Time;

namespace Renkei.Domain.Tests.Requests;

public sealed class SupportRequestTests
{
    // Friday 2026-12-04 09:00 in Japan.
    private static readonly DateTimeOffset Asked = new(2026, 12, 4, 0, 0, 0, TimeSpan.Zero);
    private static readonly PersonRef Nurse = new("n", "佐藤 美咲");
    private static readonly PersonRef Office = new("h", "高橋 恵");
    private static readonly PersonRef Other = new("i", "井上 健");

    private static readonly SupportRequest New = SupportRequest.New(
        RequestId.Of("00", "tobu", "r1"),
        "様式をそろえたい",
        "",
        RequestContext.None,
        Nurse,
        Asked,
        BusinessDays.National
    );

    [Fact]
    public void New_OnAFriday_IsDueTheFridayAfter()
    {
        Assert.Equal((RequestStatus.Open, new DateOnly(2026, 12, 11), 1), (New.Status, New.Due, New.Revision));
        Assert.False(New.IsOverdue(new(2026, 12, 11)));
        Assert.True(New.IsOverdue(new(2026, 12, 12)));
    }

    [Fact]
    public void New_BeforeTheTurnOfTheYear_IsDueWhenOfficesWorkAgain()
    {
        DateTimeOffset eve = new(2026, 12, 25, 0, 0, 0, TimeSpan.Zero);

        // 28 December, then 4 to 7 January.
        Assert.Equal(new DateOnly(2027, 1, 7), SupportRequest.DueFrom(eve, BusinessDays.National));
    }

    [Fact]
    public void After_AnswerWithoutTaking_IsTakenByWhoeverAnswered()
    {
        SupportRequest answered = Step(New, RequestStepKind.Answered, Office);

        Assert.Equal((RequestStatus.Answered, Office, 2), (answered.Status, answered.TakenBy, answered.Revision));
        Assert.False(answered.IsOverdue(new(2027, 1, 1)));
    }

    [Fact]
    public void After_SameStepTwice_ChangesNothing()
    {
        RequestStep step = new(
            "s1",
            RequestStepKind.Answered,
            RequestSide.HeadOffice,
            Office,
            Asked,
            "よい例があります"
        );
        SupportRequest once = New.After(step, BusinessDays.National);

        Assert.Same(once, once.After(step, BusinessDays.National));
    }

    [Fact]
    public void After_TakenByAnother_PassesOn()
    {
        SupportRequest taken = Step(Step(New, RequestStepKind.Taken, Office), RequestStepKind.Taken, Other);

        Assert.Equal(Other, taken.TakenBy);
        Assert.Same(taken, Step(taken, RequestStepKind.Taken, Other));
    }

    [Fact]
    public void After_ReplyToAQuestion_CountsTheDaysAnew()
    {
        SupportRequest asked = Step(New, RequestStepKind.AskedBack, Office);
        Assert.False(asked.IsOverdue(new(2027, 1, 1)));

        SupportRequest replied = Step(asked, RequestStepKind.Replied, Nurse, days: 7);

        Assert.Equal((RequestStatus.Taken, new DateOnly(2026, 12, 18)), (replied.Status, replied.Due));
    }

    [Fact]
    public void After_AdditionBeforeTheAnswer_LeavesTheDueDay()
    {
        SupportRequest added = Step(New, RequestStepKind.Replied, Nurse, days: 3);

        Assert.Equal((RequestStatus.Open, new DateOnly(2026, 12, 11)), (added.Status, added.Due));
    }

    [Fact]
    public void After_ReopenedFromClosed_AwaitsAnAnswerAgain()
    {
        SupportRequest closed = Step(Step(New, RequestStepKind.Answered, Office), RequestStepKind.Thanked, Nurse);
        Assert.Equal((RequestStatus.Closed, false), (closed.Status, closed.IsOpen));

        SupportRequest again = Step(closed, RequestStepKind.Reopened, Nurse, days: 30);

        Assert.Equal((RequestStatus.Taken, Office), (again.Status, again.TakenBy));
        Assert.Null(again.EndedAt);
        Assert.True(again.AwaitsAnswer);
    }

    [Theory]
    [InlineData(RequestStepKind.Taken, RequestSide.Centre)]
    [InlineData(RequestStepKind.Answered, RequestSide.Centre)]
    [InlineData(RequestStepKind.AskedBack, RequestSide.Centre)]
    [InlineData(RequestStepKind.Replied, RequestSide.HeadOffice)]
    [InlineData(RequestStepKind.Thanked, RequestSide.HeadOffice)]
    [InlineData(RequestStepKind.Withdrawn, RequestSide.HeadOffice)]
    public void Allows_StepOfTheOtherSide_No(RequestStepKind kind, RequestSide side)
    {
        Assert.False(New.Allows(kind, side));
        SupportRequest answered = Step(New, RequestStepKind.Answered, Office);
        Assert.False(answered.Allows(kind, side));
    }

    [Theory]
    [InlineData(Role.Nurse, "tobu", RequestSide.Centre)]
    [InlineData(Role.Coordinator, "tobu", RequestSide.Centre)]
    [InlineData(Role.Nurse, "chubu", null)]
    [InlineData(Role.MunicipalStaff, "tobu", null)]
    [InlineData(Role.Administrator, null, null)]
    public void SideOf_EachRole_IsItsOwn(Role role, string? centre, RequestSide? side) =>
        Assert.Equal(side, New.SideOf(new(new("t", "p"), "だれか", role, centre, null)));

    [Theory]
    [InlineData("00", RequestSide.HeadOffice, true)]
    [InlineData("07", null, false)]
    [InlineData(null, null, false)]
    public void SideOf_HeadOffice_IsThatOfItsPrefectureOnly(string? prefecture, RequestSide? side, bool reads)
    {
        Person person = new(new("t", "p"), "だれか", Role.HeadOffice, null, null)
        {
            Area = prefecture is null ? null : new(prefecture, ["tobu"]),
        };

        Assert.Equal((side, reads), (New.SideOf(person), New.MayRead(person)));
    }

    [Theory]
    [InlineData("00.tobu.abc123")]
    [InlineData("13.tokyo1.x")]
    public void TryParse_Id_GivesItBack(string text)
    {
        Assert.True(RequestId.TryParse(text, out RequestId? id));
        Assert.Equal(text, id.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tobu.abc")]
    [InlineData("00.tobu.~")]
    [InlineData("00.tobu.abc\n")]
    [InlineData("0.tobu.abc")]
    [InlineData("00.TOBU.abc")]
    [InlineData("00.tobu.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void TryParse_NoId_SaysSo(string? text) => Assert.False(RequestId.TryParse(text, out _));

    private static SupportRequest Step(SupportRequest request, RequestStepKind kind, PersonRef by, int days = 1) =>
        request.After(
            new(
                $"s{request.Revision}",
                kind,
                by == Nurse ? RequestSide.Centre : RequestSide.HeadOffice,
                by,
                Asked.AddDays(days),
                "本文"
            ),
            BusinessDays.National
        );
}
