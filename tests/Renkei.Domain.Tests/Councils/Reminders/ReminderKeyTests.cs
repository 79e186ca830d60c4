using Renkei.Domain.Councils.Reminders;

namespace Renkei.Domain.Tests.Councils.Reminders;

public sealed class ReminderKeyTests
{
    private const string Oid = "0c6f8b1e-1111-4a6e-9c1e-0a1b2c3d4e5f";

    [Fact]
    public void ToString_SlotBeforeADay_IsReadBack()
    {
        ReminderKey key = ReminderKey.On(ReminderKind.TaskDue, "send-papers", new(2026, 12, 14), -3, Oid);

        Assert.Equal($"td.send-papers.20261214.b3.{Oid}", key.ToString());
        Assert.True(ReminderKey.TryParse(key.ToString(), out ReminderKey? read));
        Assert.Equal(key, read);
    }

    [Fact]
    public void ToString_AtOnce_HasTheInstant() =>
        Assert.Equal(
            $"mv.c.20261109010000123.a0.{Oid}",
            ReminderKey
                .At(ReminderKind.Moved, "c", new(2026, 11, 9, 10, 0, 0, 123, TimeSpan.FromHours(9)), Oid)
                .ToString()
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zz.c.20261214.b3.o")]
    [InlineData("td.c.20261214.b3")]
    [InlineData("td.c.20261214.c3.o")]
    [InlineData("td.C.20261214.b3.o")]
    [InlineData("td.c.2026121.b3.o")]
    [InlineData("td.c.20261214.b3000.o")]
    [InlineData("td.c.20261214.b3.o\n")]
    [InlineData("td.c.20261214.b3.o~x")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(ReminderKey.TryParse(text, out _));

    [Fact]
    public void Series_SameThingAndPerson_IsOne()
    {
        ReminderKey due = ReminderKey.On(ReminderKind.TaskDue, "data", new(2026, 12, 8), -3, Oid);

        Assert.Equal(due.Series, ReminderKey.On(ReminderKind.TaskOverdue, "data", new(2026, 12, 8), 2, Oid).Series);
        Assert.NotEqual(due.Series, ReminderKey.On(ReminderKind.TaskDue, "room", new(2026, 12, 8), -3, Oid).Series);
        Assert.NotEqual(due.Series, ReminderKey.On(ReminderKind.TaskDue, "data", new(2026, 12, 8), -3, "o").Series);
        Assert.NotEqual(due.Series, ReminderKey.On(ReminderKind.Ahead, "data", new(2026, 12, 8), -3, Oid).Series);
    }
}
