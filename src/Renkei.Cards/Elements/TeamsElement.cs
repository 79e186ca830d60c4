namespace Renkei.Cards;

/// <summary>An element that only Teams knows. Elsewhere it is dropped unless a <see cref="CardElement.Fallback"/> says otherwise.</summary>
public abstract record TeamsElement : CardElement
{
    private protected TeamsElement() => Fallback = ElementFallback.Drop;

    internal sealed override bool IsTeamsOnly => true;
}
