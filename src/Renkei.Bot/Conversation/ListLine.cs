using Renkei.Cards;
using Renkei.Domain;

namespace Renkei.Bot.Conversation;

/// <summary>A line of a list on a card, and the ways through a list that is longer than a card.</summary>
internal static class ListLine
{
    /// <summary>What it is, what stands about it, and below what can be done with it.</summary>
    /// <param name="title">Markdown; what people wrote in it is escaped.</param>
    /// <param name="remark">Markdown; empty for nothing.</param>
    /// <param name="buttons">May be none.</param>
    /// <param name="needsALook">Whether it is late, or wrong.</param>
    public static Container Of(
        string title,
        string remark,
        IReadOnlyList<AdaptiveAction> buttons,
        bool needsALook = false
    )
    {
        List<CardElement> items = [new TextBlock(title) { Weight = TextWeight.Bolder }];
        if (remark.Length > 0)
        {
            items.Add(
                TextBlock.Remark(remark) with
                {
                    Spacing = Spacing.None,
                    IsSubtle = !needsALook,
                    Color = needsALook ? TextColor.Attention : null,
                }
            );
        }
        if (buttons.Count > 0)
        {
            items.Add(new ActionSet(buttons) { Spacing = Spacing.Small });
        }
        return new(items) { Separator = true };
    }

    /// <summary>The button that takes back what was just said, right below where it was said; nothing where there is none.</summary>
    public static IEnumerable<CardElement> Undo(AdaptiveAction? undo) =>
        undo is null ? [] : [new ActionSet([undo]) { Spacing = Spacing.Small }];

    /// <summary>The page of a list that a number from a card names: the nearest there is.</summary>
    public static int Page(int? asked, int count, int size) => Math.Clamp(asked ?? 0, 0, Math.Max(count - 1, 0) / size);

    /// <summary>9–16 / 20 with buttons to the pages before and after; nothing where one page holds all.</summary>
    public static IEnumerable<CardElement> Paging(
        BotTurn turn,
        int page,
        int count,
        int size,
        Func<LocalText, int, AdaptiveAction> button
    )
    {
        if (count <= size)
        {
            yield break;
        }
        int first = (page * size) + 1;
        int last = Math.Min(first + size - 1, count);
        yield return TextBlock.Remark(
            turn.In(new($"{first}–{last}件目（全{count}件）", $"{first}–{last} of {count}"))
        ) with
        {
            Separator = true,
        };
        List<AdaptiveAction> ways = [];
        if (page > 0)
        {
            ways.Add(button(new($"前の{size}件", $"Previous {size}"), page - 1));
        }
        if (last < count)
        {
            int more = Math.Min(size, count - last);
            ways.Add(button(new($"続きの{more}件", $"Next {more}"), page + 1));
        }
        yield return new ActionSet(ways) { Spacing = Spacing.Small };
    }
}
