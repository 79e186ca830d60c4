using FsCheck;
using FsCheck.Fluent;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;

namespace Renkei.Domain.Tests.Checklists;

public sealed class AnswerMergeProperties
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(5000);

    // Few values for each part, so that equal ones are drawn as often as different ones.
    private static readonly Gen<Answer> Answers =
        from state in Gen.Elements(
            (ItemStatus.NotStarted, ""),
            (ItemStatus.InProgress, ""),
            (ItemStatus.Established, ""),
            (ItemStatus.NotApplicable, "町に病院がない"),
            (ItemStatus.NotApplicable, "圏域に該当がない")
        )
        from note in Gen.Elements("", "窓口は事務局長", "窓口は地域連携室")
        from date in Gen.Elements<DateOnly?>(null, new DateOnly(2026, 11, 18), new DateOnly(2028, 2, 29))
        from step in Gen.Elements<NextStep?>(
            null,
            new NextStep("市立病院へ説明", new DateOnly(2026, 12, 4), null),
            new NextStep("市立病院へ説明", new DateOnly(2026, 12, 4), new PersonRef("t", "田中"))
        )
        select new Answer(state.Item1, state.Item2, note, date, step);

    private static readonly Arbitrary<(Answer Seen, Answer Mine, Answer Theirs)> Cases = (
        from seen in Answers
        from mine in Answers
        from theirs in Answers
        select (seen, mine, theirs)
    ).ToArbitrary();

    private static readonly (string Name, Func<Answer, object?> Of)[] Parts =
    [
        ("state", a => (a.Status, a.Reason)),
        ("note", a => a.Note),
        ("date", a => a.Date),
        ("next step", a => a.NextStep),
    ];

    [Fact]
    public void Merge_NothingChangedDifferently_OrderOfTheTwoDoesNotMatter() =>
        Check(c =>
            AnswerMerge.Merge(c.Seen, c.Mine, c.Theirs) is { Conflicts: true }
            || AnswerMerge.Merge(c.Seen, c.Mine, c.Theirs) == AnswerMerge.Merge(c.Seen, c.Theirs, c.Mine)
        );

    [Fact]
    public void Merge_DoneTwice_ChangesNothingMore() =>
        Check(c =>
        {
            Answer once = AnswerMerge.Merge(c.Seen, c.Mine, c.Theirs).Answer;
            return AnswerMerge.Merge(c.Seen, c.Mine, once) == new MergedAnswer(once, Conflicts: false);
        });

    [Fact]
    public void Merge_PartOnlyOneChanged_IsTaken() =>
        Check(c =>
        {
            Answer merged = AnswerMerge.Merge(c.Seen, c.Mine, c.Theirs).Answer;
            return Parts.All(part =>
                (Same(part.Of, c.Theirs, c.Seen), Same(part.Of, c.Mine, c.Seen)) switch
                {
                    (true, _) => Same(part.Of, merged, c.Mine),
                    (_, true) => Same(part.Of, merged, c.Theirs),
                    _ => true,
                }
            );
        });

    [Fact]
    public void Merge_Conflicts_ExactlyWhereBothChangedAPartDifferently() =>
        Check(c =>
            AnswerMerge.Merge(c.Seen, c.Mine, c.Theirs).Conflicts
            == Parts.Any(part =>
                !Same(part.Of, c.Mine, c.Seen) && !Same(part.Of, c.Theirs, c.Seen) && !Same(part.Of, c.Mine, c.Theirs)
            )
        );

    [Fact]
    public void Merge_TakingMineOfAConflict_ChangesOnlyPartsITouched() =>
        Check(c =>
        {
            Answer merged = AnswerMerge.Merge(c.Seen, c.Mine, c.Theirs).Answer;
            return Parts.All(part =>
                Same(part.Of, c.Mine, c.Seen) ? Same(part.Of, merged, c.Theirs) : Same(part.Of, merged, c.Mine)
            );
        });

    [Fact]
    public void Merge_StateAndReason_AreOnePart()
    {
        Answer seen = Answer.None;
        Answer mine = Answer.None with { Status = ItemStatus.NotApplicable, Reason = "町に病院がない" };
        Answer theirs = Answer.None with { Status = ItemStatus.InProgress };

        Assert.Equal(new MergedAnswer(mine, Conflicts: true), AnswerMerge.Merge(seen, mine, theirs));
    }

    [Fact]
    public void Merge_NoteHereStateThere_HasBoth()
    {
        Answer mine = Answer.None with { Note = "窓口は事務局長" };
        Answer theirs = Answer.None with { Status = ItemStatus.Established };

        Assert.Equal(
            new MergedAnswer(new(ItemStatus.Established, "", "窓口は事務局長", null, null), Conflicts: false),
            AnswerMerge.Merge(Answer.None, mine, theirs)
        );
    }

    private static bool Same(Func<Answer, object?> part, Answer one, Answer other) => Equals(part(one), part(other));

    private static void Check(Func<(Answer Seen, Answer Mine, Answer Theirs), bool> holds) =>
        Prop.ForAll(Cases, holds).Check(Thorough);
}
