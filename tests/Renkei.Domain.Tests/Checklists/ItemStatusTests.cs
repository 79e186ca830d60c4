using Renkei.Domain.Checklists;

namespace Renkei.Domain.Tests.Checklists;

public sealed class ItemStatusTests
{
    [Theory]
    [InlineData(ItemStatus.NotStarted, 'n', false)]
    [InlineData(ItemStatus.Preparing, 'p', false)]
    [InlineData(ItemStatus.InProgress, 'i', true)]
    [InlineData(ItemStatus.Established, 'e', true)]
    [InlineData(ItemStatus.NotApplicable, 'x', false)]
    public void State_KeepsItsLetterForEver(ItemStatus status, char letter, bool isReached)
    {
        Assert.Equal(letter, status.Code());
        Assert.Equal(status, ItemStatuses.FromCode(letter.ToString()));
        Assert.Equal(isReached, status.IsReached());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("N")]
    [InlineData("np")]
    [InlineData("0")]
    [InlineData("実")]
    public void FromCode_NoLetterOfAState_IsNone(string? code) => Assert.Null(ItemStatuses.FromCode(code));
}
