using System.Collections.Frozen;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>The words of lines that are no part of any article, in the languages of the news.</summary>
internal static class BoilerplatePhrases
{
    private static readonly FrozenSet<string> Whole = Set("""
        advertisement
        advertisements
        advert
        ad
        advertising
        sponsored
        sponsored content
        anzeige
        werbung
        publicidad
        publicité
        pubblicità
        reklam
        reklama
        reklame
        annonce
        annons
        advertentie
        广告
        広告
        close
        schließen
        fermer
        cerrar
        閉じる
        关闭
        share
        share this
        share this article
        share this story
        share on facebook
        share on twitter
        teilen
        compartir
        partager
        condividi
        tweet
        email
        print
        save
        copy link
        link copied
        comments
        comment
        leave a comment
        no comments
        kommentare
        comentarios
        commentaires
        follow us
        read more
        read more...
        read more »
        mehr lesen
        weiterlesen
        lire la suite
        leer más
        learn more
        see more
        view all
        show more
        load more
        continue reading
        article continues below
        article continues below advertisement
        story continues below
        story continues below advertisement
        story continues below advertisement
        advertisement - continue reading below
        advertisement - scroll to continue
        subscribe
        subscribe now
        sign up
        sign in
        log in
        register
        abonnieren
        jetzt abonnieren
        related
        related:
        related articles
        related posts
        related stories
        related topics
        related content
        related news
        recommended
        recommended for you
        recommended reading
        you may also like
        you may also like...
        you might also like
        you might like
        more from
        most read
        most popular
        popular
        trending
        trending now
        don't miss
        don’t miss
        don't miss...
        up next
        latest news
        breaking news
        top stories
        more stories
        read next
        see also
        see also:
        lesen sie auch
        auch interessant
        mehr zum thema
        zum thema
        das könnte sie auch interessieren
        à lire aussi
        lire aussi
        sur le même sujet
        te puede interesar
        noticias relacionadas
        relacionadas
        leggi anche
        lees ook
        les også
        läs också
        læs også
        czytaj także
        zobacz także
        zobacz też
        czytaj też
        читайте также
        читайте також
        相关阅读
        相关新闻
        相关报道
        推荐阅读
        延伸阅读
        延伸閱讀
        関連記事
        あわせて読みたい
        image
        photo
        video
        gallery
        watch
        play
        loading
        loading...
        caption
        credit
        toggle caption
        hide caption
        enlarge
        this image
        expand
        skip
        tags
        tags:
        topics
        topics:
        next article
        previous article
        back to top
        nach oben
        to top
        0
        1
        /
        |
        -
        """);

    private static readonly FrozenDictionary<char, string[]> Prefixes = Lines("""
        read more:
        read more on
        read more about
        read more from
        read more here
        read also:
        read also
        also read:
        also read
        also read |
        read next:
        read |
        read our
        read the full
        see also:
        see more:
        see more :
        see related
        more on this:
        more: 
        more on
        related:
        related |
        related story:
        related article:
        related stories:
        related coverage:
        related reading:
        recommended:
        must read:
        don't miss:
        don’t miss:
        watch:
        watch now:
        watch |
        watch below:
        listen:
        listen to this
        video:
        gallery:
        in pictures:
        photos:
        photo:
        image:
        image source
        image credit
        image via
        photo by
        photo credit
        photo courtesy
        photograph:
        picture:
        (photo
        (image
        [photo
        foto:
        fotos:
        bild:
        bildquelle
        quelle:
        (foto
        © 
        ©
        copyright ©
        copyright 
        (c) 
        all rights reserved
        alle rechte vorbehalten
        sign up for
        sign up to
        sign up here
        subscribe to
        subscribe for
        subscribe now
        subscribe here
        get the latest
        get our
        get more
        get the best
        get daily
        get breaking
        follow us
        follow our
        follow @
        like us on
        join our
        join us on
        join the conversation
        join the discussion
        click here to
        click here for
        click to share
        click to
        tap here
        download the
        download our
        this article was originally
        this story was originally
        this post was originally
        originally published
        this article originally appeared
        this story originally appeared
        for more stories
        for more news
        for more on
        for more information
        for the latest
        for all the latest
        to stay up to date
        stay up to date
        stay informed
        stay connected
        share this
        share your
        share on
        tell us what you
        what do you think?
        let us know
        have your say
        have something to
        do you have a
        got a tip
        got a story
        want more
        want to
        like this story?
        like this article?
        enjoyed this
        did you like
        support our
        support us
        donate
        become a member
        become a
        we may earn
        we use cookies
        we use income earning
        this website uses cookies
        this site uses
        our standards:
        reporting by
        additional reporting
        the associated press contributed
        contact the
        contact us
        email us
        email the
        posted in
        posted by
        posted on
        filed under
        filed to
        tags:
        tagged
        topics:
        categories:
        category:
        keywords:
        published
        updated
        last updated
        last modified
        first published
        image 1 of
        image 2 of
        image 3 of
        image 4 of
        image 5 of
        min read
        comments (
        comment (
        leave a reply
        leave a comment
        view comments
        click here
        buy now
        shop now
        skip to
        jump to
        back to
        your browser does not
        you may also
        you might also
        people also
        more from
        more in
        more about
        next:
        previous:
        next post
        previous post
        lesen sie auch
        lesen sie hier
        lesen sie mehr
        mehr zum thema
        mehr dazu
        auch interessant
        das könnte
        passend dazu
        siehe auch
        zum weiterlesen
        hier geht es
        hier geht's
        lesetipp
        weiterlesen
        melden sie sich
        jetzt anmelden
        folgen sie uns
        folge uns
        abonnieren sie
        empfohlener redaktioneller inhalt
        empfohlener externer inhalt
        ein klick für den datenschutz
        datenschutzeinstellungen
        an dieser stelle find
        ich bin damit einverstanden
        link zum youtube
        personenbezogene daten
        à lire aussi
        à lire également
        à lire :
        lire aussi
        lire également
        voir aussi
        sur le même sujet
        il vous reste
        suivez-nous
        inscrivez-vous
        abonnez-vous
        crédit photo
        leggi anche
        (leggi anche
        leggi di più
        ti potrebbe interessare
        seguici
        iscriviti
        lee también
        leer también
        lea también
        lea además
        le puede interesar
        te puede interesar
        también te puede
        también puedes leer
        ver también
        síguenos
        suscríbete
        leia também
        leia mais
        veja também
        saiba mais
        siga
        inscreva-se
        lees ook
        lees meer
        lees verder
        bekijk ook
        volg ons
        les også
        les mer
        läs också
        läs mer
        læs også
        læs mere
        lue myös
        følg oss
        czytaj także
        czytaj też
        czytaj również
        czytaj więcej
        zobacz także
        zobacz też
        zobacz również
        przeczytaj także
        przeczytaj też
        polecamy
        źródło:
        fot.
        čtěte také
        čtěte též
        přečtěte si
        prečítajte si
        čítajte aj
        citește și
        citeşte şi
        olvasd el
        pročitajte
        opširnije
        читайте также
        читать также
        читайте також
        подписывайтесь
        підписуйтесь
        фото:
        источник:
        διαβάστε
        δείτε επίσης
        ayrıca bakınız
        ilgili haber
        baca juga
        baca selengkapnya
        lihat juga
        xem thêm
        đọc thêm
        ảnh:
        责任编辑
        【责任编辑
        (责任编辑
        （责任编辑
        编辑：
        编辑:
        (编辑
        （编辑
        作者：
        来源：
        来源:
        相关阅读
        相关新闻
        延伸阅读
        延伸閱讀
        更多精彩
        更多内容
        点击进入
        点击查看
        扫描二维码
        扫码
        关注微信
        欢迎关注
        版权所有
        版权声明
        本文地址
        本文来自
        转载请注明
        声明：
        免责声明
        上一篇
        下一篇
        関連記事
        あわせて読み
        この記事を
        기사제보
        무단전재
        저작권자
        관련기사
        """).GroupBy(static prefix => prefix[0]).ToFrozenDictionary(static group => group.Key, static group => group.ToArray());

    /// <summary>Whether a line, in lower case, is boilerplate as a whole.</summary>
    public static bool IsWhole(string line) => Whole.Contains(line);

    /// <summary>Whether a line, in lower case, begins like boilerplate.</summary>
    public static bool Starts(string line)
    {
        if (line.Length == 0 || !Prefixes.TryGetValue(line[0], out var prefixes)) return false;
        foreach (var prefix in prefixes)
        {
            if (line.StartsWith(prefix, StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(static line => line.TrimStart()).Where(static line => line.Trim().Length > 0)];

    private static FrozenSet<string> Set(string text) => Lines(text).Select(static line => line.Trim()).ToFrozenSet(StringComparer.Ordinal);
}
