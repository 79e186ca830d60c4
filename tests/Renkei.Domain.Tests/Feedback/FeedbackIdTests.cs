using Renkei.Domain.Feedback;

namespace Renkei.Domain.Tests.Feedback;

public sealed class FeedbackIdTests
{
    // Thursday 2027-04-01 00:00 in Japan: the fiscal year has just begun.
    private static readonly DateTimeOffset April = new(2027, 3, 31, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_FirstMomentOfApril_IsOfTheNewFiscalYear()
    {
        Assert.Equal(2027, FeedbackId.Of("00", April, "abc123").FiscalYear);
        Assert.Equal(2026, FeedbackId.Of("00", April.AddSeconds(-1), "abc123").FiscalYear);
    }

    [Fact]
    public void Of_Later_SortsFirst()
    {
        string earlier = FeedbackId.Of("00", April, "abc123").Name;
        string later = FeedbackId.Of("00", April.AddSeconds(1), "abc123").Name;

        Assert.True(string.CompareOrdinal(later, earlier) < 0);
    }

    [Fact]
    public void TryParse_WhatToStringWrote_IsTheSame()
    {
        FeedbackId id = FeedbackId.Of("13", April, "abc123");

        Assert.True(FeedbackId.TryParse(id.ToString(), out FeedbackId? read));
        Assert.Equal(id, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("00.2026.short")]
    [InlineData("00.0026.8200000000abc123")]
    [InlineData("00.2026.8200000000ABC123")]
    [InlineData("00.2026.8200000000abc~123")]
    [InlineData("00.2026.8200000000abc123\n")]
    public void TryParse_NoId_SaysSo(string? text) => Assert.False(FeedbackId.TryParse(text, out _));
}
